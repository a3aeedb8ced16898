//! What ends was deprecated before.

use fingerpost::get;

#[get("/", deprecated = "2026-06-01", sunset = "2026-01-31")]
//~                                            ^^^^^^^^^^^^
fn read() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
