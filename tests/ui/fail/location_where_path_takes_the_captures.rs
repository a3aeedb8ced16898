//! Where `Path<T>` takes the captures there is no `path` for a `Location`.

use fingerpost::{App, Path, get, post, routes};

#[get("/a/{id}/{name}")]
fn a(Path((id, name)): Path<(u64, String)>) -> String {
    format!("{id}{name}")
}

#[post("/a", status = 201, location = a(id = 7, name = "seven"))]
//~                                     ^^
fn b() {}

fn main() {
    let _ = App::new(routes![a, b]);
}
