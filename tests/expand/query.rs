//! Query parameters: needed, optional, with a default, repeated, of another name.

use fingerpost::get;

#[get("/posts?{q}&{page}&{limit = 10}&{tag}&page-size={size}")]
fn search(q: &str, page: Option<u32>, limit: u32, tag: Vec<String>, size: u8) -> String {
    format!("{q} {page:?} {limit} {tag:?} {size}")
}

fn main() {
    let _ = search("a", None, 10, Vec::new(), 7);
    let _ = search::path("a", None, None, &["x"], 7);
}
