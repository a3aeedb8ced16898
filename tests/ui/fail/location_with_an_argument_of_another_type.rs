//! A path takes what the handler takes.
// no help: the message is the compiler's own

use fingerpost::{get, post};

#[get("/posts/{id}")]
fn read(id: u64) -> String {
    id.to_string()
}

#[post("/posts", status = 201, location = read(id = "seven"))]
//~                                                 ^^^^^^^
fn create() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read, create]);
}
