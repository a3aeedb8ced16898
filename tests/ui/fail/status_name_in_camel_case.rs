//! Names of statuses as Rocket writes them.

use fingerpost::put;

#[put("/database", status = Created)]
//~                         ^^^^^^^
fn database() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![database]);
}
