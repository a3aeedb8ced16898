//! A default of a capture.

use fingerpost::get;

#[get("/posts/{page = 1}")]
//~   ^^^^^^^^^^^^^^^^^^^
fn list(page: u64) -> String {
    page.to_string()
}

fn main() {}
