//! Credentials are required, or nothing is said of them.

use fingerpost::{get, routes};

#[get("/health", public)]
fn health() {}

fn main() {
    let _ = fingerpost::App::new(routes![auth = true, health]);
    //~                                         ^^^^
}
