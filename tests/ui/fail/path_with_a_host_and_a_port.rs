//! A host before the path.

use fingerpost::get;

#[get("localhost:8080/posts")]
//~   ^^^^^^^^^^^^^^^^^^^^^^
fn list() -> &'static str {
    "posts"
}

fn main() {}
