//! Another answer would have to follow.

use fingerpost::put;

#[put("/database", status = 100)]
//~                         ^^^
fn database() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![database]);
}
