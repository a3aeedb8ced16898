//! A handler that does not say who may call it, in a table that demands it.

use fingerpost::{get, routes};

#[get("/health", public)]
fn health() {}

#[get("/notes?{page}")]
fn list(page: Option<u32>) -> String {
    format!("{page:?}")
}

fn main() {
    let _ = fingerpost::App::new(routes![auth = required, health, list]);
    //~                                                           ^^^^
}
