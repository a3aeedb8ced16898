//! Several tags are several keys.

use fingerpost::get;

#[get("/", tags = ["posts", "admin"])]
//~        ^^^^
fn read() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
