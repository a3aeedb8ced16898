//! A part in parentheses as Rails has it.

use fingerpost::get;

#[get("/posts(/all)")]
//~   ^^^^^^^^^^^^^^
fn list() -> &'static str {
    "posts"
}

fn main() {}
