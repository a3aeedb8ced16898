//! A wildcard without a name.

use fingerpost::get;

#[get("/files/*")]
//~   ^^^^^^^^^^
fn read() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
