//! A closure that moves.

use fingerpost::{App, get, post, routes};

#[get("/a/{id}")]
fn a(id: u64) -> String {
    id.to_string()
}

#[post("/a", status = 201, location = move |id| a(id = id))]
//~                                   ^^^^
fn create() -> String {
    String::new()
}

fn main() {
    let _ = App::new(routes![a, create]);
}
