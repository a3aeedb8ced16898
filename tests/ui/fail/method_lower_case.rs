//! Methods are case-sensitive.

use fingerpost::route;

#[route(get, "/")]
//~     ^^^
fn read() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
