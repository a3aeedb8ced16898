//! A comma is missing between two keys.

use fingerpost::put;

#[put("/", status = 201 tag = "posts")]
//~                     ^^^^^^^^^^^^^
fn write() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![write]);
}
