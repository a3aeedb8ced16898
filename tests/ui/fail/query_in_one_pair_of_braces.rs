//! Two parameters in one pair of braces.

use fingerpost::get;

#[get("/posts?{q, page}")]
//~   ^^^^^^^^^^^^^^^^^^
fn search(q: &str, page: u64) -> String {
    format!("{q} {page}")
}

fn main() {}
