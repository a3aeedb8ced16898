//! A parameter of the query is no capture.

use fingerpost::{App, get, post, routes};

#[get("/posts/{id}")]
fn read(id: u64) -> String {
    id.to_string()
}

#[post("/posts?{id}", status = 201, location = read(id = id))]
//~                                                      ^^
fn create(id: u64) -> String {
    id.to_string()
}

fn main() {
    let _ = App::new(routes![read, create]);
}
