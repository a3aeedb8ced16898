//! The handler does not take what the path captures.

use fingerpost::get;

#[get("/posts/{id}")]
//~   ^^^^^^^^^^^^^
fn read() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
