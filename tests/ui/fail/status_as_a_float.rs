//! A status is whole.

use fingerpost::put;

#[put("/database", status = 201.0)]
//~                         ^^^^^
fn database() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![database]);
}
