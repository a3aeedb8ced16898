//! The constant is text.

use fingerpost::put;

const DONE: &str = "201";

#[put("/database", status = DONE)]
//~                         ^^^^
fn database() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![database]);
}
