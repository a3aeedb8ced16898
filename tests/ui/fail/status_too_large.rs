//! The first that is not a status.

use fingerpost::put;

#[put("/database", status = 600)]
//~                         ^^^
fn database() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![database]);
}
