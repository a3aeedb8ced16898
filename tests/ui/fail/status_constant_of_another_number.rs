//! The constant is an `i32`.

use fingerpost::put;

const DONE: i32 = 201;

#[put("/database", status = DONE)]
//~                         ^^^^
fn database() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![database]);
}
