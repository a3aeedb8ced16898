//! The last that is not a status.

use fingerpost::put;

#[put("/database", status = 99)]
//~                         ^^
fn database() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![database]);
}
