//! A name is a word.

use fingerpost::put;

#[put("/database", status = "CREATED")]
//~                         ^^^^^^^^^
fn database() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![database]);
}
