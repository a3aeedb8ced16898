//! A comma between two methods.

use fingerpost::route;

#[route(GET, POST, "/")]
//~          ^^^^
fn both() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![both]);
}
