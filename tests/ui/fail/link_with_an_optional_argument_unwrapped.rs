//! `path` takes what the path names, in its types.

use fingerpost::{App, get, routes};

#[get("/a/{id}?{page}")]
fn a(id: u64, page: Option<u32>) -> String {
    format!("{id}{page:?}")
}

fn main() {
    println!("{}", a::path(7, 2));
    //~                       ^
    let _ = App::new(routes![a]);
}
