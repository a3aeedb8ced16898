//! A day has 24 hours.

use fingerpost::get;

#[get("/", deprecated = "2026-01-31T24:00:00Z")]
//~                     ^^^^^^^^^^^^^^^^^^^^^^
fn read() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
