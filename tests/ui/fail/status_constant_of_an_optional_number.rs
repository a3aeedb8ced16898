//! The constant may be no status.

use fingerpost::put;

const DONE: Option<u16> = Some(201);

#[put("/database", status = DONE)]
//~                         ^^^^
fn database() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![database]);
}
