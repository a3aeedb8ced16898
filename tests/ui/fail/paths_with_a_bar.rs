//! Two paths as methods are written.

use fingerpost::get;

#[get("/posts" | "/articles")]
//~   ^^^^^^^^^^^^^^^^^^^^^^
fn list() -> &'static str {
    "posts"
}

fn main() {}
