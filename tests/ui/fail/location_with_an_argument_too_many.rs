//! The path has no such capture.

use fingerpost::{get, post};

#[get("/posts")]
fn read() {}

#[post("/posts", status = 201, location = read(id = 7))]
//~                                            ^^
fn create() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read, create]);
}
