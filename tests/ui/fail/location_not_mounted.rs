//! The link would lead nowhere.

use fingerpost::{get, post};

#[get("/posts")]
#[allow(dead_code)]
fn read() {}

#[post("/posts", status = 201, location = read())]
fn create() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![create]);
    //~                                              ^^^^^^
}
