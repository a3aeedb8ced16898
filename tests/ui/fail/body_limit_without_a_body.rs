//! Nothing in this handler reads a body.

use fingerpost::post;

#[post("/", body_limit = "64 KiB")]
//~         ^^^^^^^^^^
fn write() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![write]);
}
