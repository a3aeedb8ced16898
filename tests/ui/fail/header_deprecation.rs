//! The date of the deprecation has a key of its own.

use fingerpost::get;

#[get("/", header("Deprecation" = "@1"))]
//~               ^^^^^^^^^^^^^
fn read() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
