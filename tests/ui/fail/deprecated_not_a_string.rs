//! A date is a string.

use fingerpost::get;

#[get("/", deprecated = 2026-01-31)]
//~                     ^^^^^^^^^^
fn read() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
