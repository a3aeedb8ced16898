//! A closure with a body.

use fingerpost::{get, post};

#[get("/posts")]
fn read() {}

#[post("/posts", status = 201, location = || { read() })]
//~                                       ^^^^^^^^^^^^^
fn create() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read, create]);
}
