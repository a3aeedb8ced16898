//! One of the methods is taken.

use fingerpost::{post, route};

#[post("/posts")]
fn create() {}

#[route(PUT | POST, "/posts")]
fn replace() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![create, replace]);
    //~                                                      ^^^^^^^
}
