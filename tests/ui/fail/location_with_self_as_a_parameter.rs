//! What can be no parameter, as one.

use fingerpost::{App, get, route, routes};

#[get("/a/{id}")]
fn a(id: u64) -> String {
    id.to_string()
}

#[route(PUT, "/b/{id}", location = a(self = id))]
//~                                  ^^^^
fn create(id: u64) -> String {
    id.to_string()
}

fn main() {
    let _ = App::new(routes![a, create]);
}
