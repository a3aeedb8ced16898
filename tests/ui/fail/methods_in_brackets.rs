//! A list of methods, as other frameworks have it.

use fingerpost::route;

#[route([GET, POST], "/")]
//~     ^^^^^^^^^^^
fn both() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![both]);
}
