//! A link whose parameter has no value yet.

use fingerpost::{App, get, post, routes};

#[get("/posts/{id}")]
fn get_post(id: u64) -> String {
    id.to_string()
}

#[post("/posts", status = 201, location = get_post(id = ))]
//~                                                ^^
fn create() -> &'static str {
    "made"
}

fn main() {
    let _ = App::new(routes![get_post, create]);
}
