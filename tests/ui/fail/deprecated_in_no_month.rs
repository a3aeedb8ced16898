//! The month stands in the middle.

use fingerpost::get;

#[get("/", deprecated = "2026-31-01")]
//~                     ^^^^^^^^^^^^
fn read() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
