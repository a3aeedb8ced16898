//! A query as URI templates have it.

use fingerpost::get;

#[get("/posts{?q,page}")]
//~   ^^^^^^^^^^^^^^^^^
fn search(q: &str, page: u64) -> String {
    format!("{q} {page}")
}

fn main() {}
