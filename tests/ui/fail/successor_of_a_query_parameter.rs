//! A parameter of the query is no capture.

use fingerpost::{App, get, routes};

#[get("/v2/{page}")]
fn second(page: u32) -> String {
    page.to_string()
}

#[get("/v1?{page}", deprecated = "2026-01-31", successor = second(page = page))]
//~                                                                      ^^^^
fn first(page: u32) -> String {
    page.to_string()
}

fn main() {
    let _ = App::new(routes![first, second]);
}
