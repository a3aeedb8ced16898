//! A method with two letters swapped.

use fingerpost::route;

#[route(PSOT, "/")]
//~     ^^^^
fn write() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![write]);
}
