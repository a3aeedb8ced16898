//! One of the methods has no body.

use fingerpost::route;

#[route(POST | GET, "/posts")]
fn both(body: String) -> String {
//~           ^^^^^^
    body
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![both]);
}
