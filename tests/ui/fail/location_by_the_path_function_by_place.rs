//! The attribute names the handler, not its function `path`, which takes its arguments by place.

use fingerpost::{get, post};

#[get("/posts/{id}")]
fn read(id: u64) -> String {
    id.to_string()
}

#[post("/posts", status = 201, location = read::path(7))]
//~                                       ^^^^^^^^^^
fn create() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read, create]);
}
