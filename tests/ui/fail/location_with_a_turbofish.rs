//! A link names the parameters, not their types.

use fingerpost::{App, get, post, routes};

#[get("/a/{id}")]
fn a(id: u64) -> String {
    id.to_string()
}

#[post("/a", status = 201, location = a::<u64>(id = 7))]
//~                                    ^^^^^^^
fn create() {}

fn main() {
    let _ = App::new(routes![a, create]);
}
