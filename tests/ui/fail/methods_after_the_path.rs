//! Methods as Flask writes them.

use fingerpost::route;

#[route("/", methods = ["GET", "POST"])]
//~          ^^^^^^^
fn both() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![both]);
}
