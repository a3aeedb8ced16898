//! An expression that fails.

use fingerpost::{App, get, post, routes};

#[get("/a/{id}")]
fn a(id: u64) -> String {
    id.to_string()
}

#[post("/a", status = 201, location = |text| a(id = text.parse()?))]
//~                                                             ^
fn create() -> String {
    String::new()
}

fn main() {
    let _ = App::new(routes![a, create]);
}
