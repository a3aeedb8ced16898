//! A closure with a type.

use fingerpost::{App, get, post, routes};

#[get("/a/{id}")]
fn a(id: usize) -> String {
    id.to_string()
}

#[post("/a", status = 201, location = |text: &String| a(id = text.len()))]
//~                                        ^^^^^^^^^
fn create() -> String {
    String::new()
}

fn main() {
    let _ = App::new(routes![a, create]);
}
