//! Deprecation has a date, or is Rust's own attribute.

use fingerpost::get;

#[get("/", deprecated)]
//~        ^^^^^^^^^^
fn read() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
