//! `get(list).post(create)`, as in axum.

use fingerpost::{App, get, post, routes};

#[get("/posts")]
fn list() {}

#[post("/posts")]
fn create() {}

fn main() {
    let _ = App::new(routes!["/posts" => get(list).post(create), create]);
    //~                      ^^^^^^^^
}
