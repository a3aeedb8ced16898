//! Two slashes.

use fingerpost::get;

#[get("/posts//all")]
//~   ^^^^^^^^^^^^^
fn read() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
