//! The attribute names the handler, not its function `path`, which takes nothing.

use fingerpost::{get, post};

#[get("/posts")]
fn list() {}

#[post("/posts", status = 201, location = list::path())]
//~                                       ^^^^^^^^^^
fn create() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![list, create]);
}
