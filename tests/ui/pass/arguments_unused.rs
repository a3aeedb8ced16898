//! A capture that the handler does not need.
#![deny(warnings)]

#[fingerpost::get("/posts/{slug}/{id}?{page}")]
fn read(_slug: &str, id: u64, _page: Option<u32>) -> String {
    id.to_string()
}

fn main() {
    let _ = read::path("a", 7, None);
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
