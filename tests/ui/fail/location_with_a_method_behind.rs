//! A method of the link.

use fingerpost::{App, get, post, routes};

#[get("/a/{id}")]
fn a(id: u64) -> String {
    id.to_string()
}

#[post("/a", status = 201, location = a(id = 7).to_string())]
//~                                            ^^^^^^^^^^^^
fn create() {}

fn main() {
    let _ = App::new(routes![a, create]);
}
