//! A path written by hand.

use fingerpost::post;

#[post("/posts", status = 201, location = "/posts/7")]
//~                                       ^^^^^^^^^^
fn create() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![create]);
}
