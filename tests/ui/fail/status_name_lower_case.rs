//! Names of statuses are constants.

use fingerpost::put;

#[put("/database", status = created)]
//~                         ^^^^^^^
fn database() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![database]);
}
