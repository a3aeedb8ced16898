//! A link is made of a handler, not of text.

use fingerpost::{App, get, post, routes};

#[get("/a/{id}")]
fn a(id: u64) -> String {
    id.to_string()
}

#[post("/a", status = 201, location = format!("/a/{}", 7))]
//~                                   ^^^^^^
fn create() {}

fn main() {
    let _ = App::new(routes![a, create]);
}
