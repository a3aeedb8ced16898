//! 2026 is no leap year.

use fingerpost::get;

#[get("/", deprecated = "2026-02-29")]
//~                     ^^^^^^^^^^^^
fn read() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
