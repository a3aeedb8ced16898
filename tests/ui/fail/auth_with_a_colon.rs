//! A setting of a table is written as the keys of a route are.

use fingerpost::{get, routes};

#[get("/health", public)]
fn health() {}

fn main() {
    let _ = fingerpost::App::new(routes![auth: required, health]);
    //~                                      ^
}
