//! A path as of files.

use fingerpost::get;

#[get("./posts")]
//~   ^^^^^^^^^
fn list() -> &'static str {
    "posts"
}

fn main() {}
