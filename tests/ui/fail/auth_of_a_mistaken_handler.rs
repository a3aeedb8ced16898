//! A handler with a mistake is one error, also where credentials are demanded.

use fingerpost::{get, routes};

#[get("/notes", status = "200")]
//~                      ^^^^^
fn list() {}

fn main() {
    let _ = fingerpost::App::new(routes![auth = required, list]);
}
