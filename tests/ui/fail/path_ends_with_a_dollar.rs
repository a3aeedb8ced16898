//! The end of a path as Go has it.

use fingerpost::get;

#[get("/posts/{$}")]
//~   ^^^^^^^^^^^^
fn list() -> &'static str {
    "posts"
}

fn main() {}
