//! A function is no constant.

use fingerpost::put;

fn made() -> u16 {
    201
}

#[put("/database", status = made)]
//~                         ^^^^
fn database() {
    made();
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![database]);
}
