//! Where `Path<T>` takes the captures there is no `path`.

use fingerpost::{App, Path, get, routes};

#[get("/a/{id}/{name}")]
fn a(Path((id, name)): Path<(u64, String)>) -> String {
    format!("{id}{name}")
}

fn main() {
    println!("{}", a::path(7, "name"));
    //~            ^^^^^^^^^^^^^^^^^^
    let _ = App::new(routes![a]);
}
