//! No handler is called that.

use fingerpost::{get, post};

#[get("/posts")]
fn read_posts() {}

#[post("/posts", status = 201, location = raed_posts())]
//~                                       ^^^^^^^^^^
fn create() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read_posts, create]);
}
