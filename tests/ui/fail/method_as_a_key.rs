//! The method comes first, without a key.

use fingerpost::route;

#[route(method = "GET", "/")]
//~     ^^^^^^^^^^^^^^
fn read() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
