//! The successor is in no table of the app.

use fingerpost::{App, get, routes};

#[get("/v2/posts/{id}")]
pub fn read_v2(id: u64) -> String {
    id.to_string()
}

#[get("/posts/{id}", successor = read_v2(id = id))]
fn read(id: u64) -> String {
    id.to_string()
}

fn main() {
    let _ = App::new(routes![read]);
    //~                      ^^^^
}
