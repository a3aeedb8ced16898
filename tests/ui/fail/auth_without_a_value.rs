//! The value is missing.

use fingerpost::{get, routes};

#[get("/health", public)]
fn health() {}

fn main() {
    let _ = fingerpost::App::new(routes![auth =, health]);
    //~                                       ^
}
