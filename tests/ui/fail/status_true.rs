//! A status is no truth.

use fingerpost::put;

#[put("/database", status = true)]
//~                         ^^^^
fn database() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![database]);
}
