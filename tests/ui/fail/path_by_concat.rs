//! A macro's result cannot be read by the attribute.

use fingerpost::get;

#[get(concat!("/api", "/posts"))]
//~   ^^^^^^^^^^^^^^^^^^^^^^^^^
fn read() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
