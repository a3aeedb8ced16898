//! What a table demands stands before its handlers.

use fingerpost::{get, routes};

#[get("/health", public)]
fn health() {}

fn main() {
    let _ = fingerpost::App::new(routes![health, auth = required]);
    //~                                          ^^^^
}
