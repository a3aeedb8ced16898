//! A status is not below nothing.

use fingerpost::put;

#[put("/database", status = -201)]
//~                         ^^^^
fn database() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![database]);
}
