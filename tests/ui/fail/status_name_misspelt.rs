//! A letter is missing.

use fingerpost::put;

#[put("/database", status = CREATD)]
//~                         ^^^^^^
fn database() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![database]);
}
