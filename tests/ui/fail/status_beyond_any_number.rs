//! More than a `u16` holds.

use fingerpost::put;

#[put("/database", status = 70000)]
//~                         ^^^^^
fn database() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![database]);
}
