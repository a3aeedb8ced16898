//! `path` takes what the path names.

use fingerpost::{App, get, routes};

#[get("/a/{id}")]
fn a(id: u64, name: &String) -> String {
    format!("{id}{name}")
}

fn main() {
    println!("{}", a::path(7, "name"));
//~                ^^^^^^^
    let _ = App::new(routes![a]).state(String::new());
}
