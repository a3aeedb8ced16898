//! A static cannot be read at compile time.

use fingerpost::put;

static DONE: u16 = 201;

#[put("/database", status = DONE)]
//~                         ^^^^
fn database() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![database]);
}
