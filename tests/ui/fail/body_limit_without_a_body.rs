//! Nothing in this handler reads a body.

use fingerpost::get;

#[get("/", body_limit = "64 KiB")]
//~        ^^^^^^^^^^
fn read() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
