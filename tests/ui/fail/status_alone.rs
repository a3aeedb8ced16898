//! A status by its place, as other frameworks' responses have it.

use fingerpost::put;

#[put("/database", 201)]
//~                ^^^
fn database() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![database]);
}
