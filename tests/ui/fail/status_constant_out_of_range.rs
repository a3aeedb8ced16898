//! The constant is no status.

use fingerpost::put;

const DONE: u16 = 999;

#[put("/database", status = DONE)]
//~                         ^^^^
fn database() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![database]);
}
