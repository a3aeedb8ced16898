//! Two paths in one string.

use fingerpost::get;

#[get("/posts|/articles")]
//~   ^^^^^^^^^^^^^^^^^^
fn list() -> &'static str {
    "posts"
}

fn main() {}
