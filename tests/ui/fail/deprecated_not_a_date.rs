//! A date begins with its year.

use fingerpost::get;

#[get("/", deprecated = "31.1.2026")]
//~                     ^^^^^^^^^^^
fn read() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
