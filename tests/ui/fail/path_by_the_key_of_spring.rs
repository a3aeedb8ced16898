//! The path has the key that Spring has for it.

use fingerpost::get;

#[get(value = "/posts")]
//~   ^^^^^
fn posts() {}

fn main() {}
