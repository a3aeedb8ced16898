//! Failures have the link too, and no value.

use fingerpost::get;

#[get("/v2/posts/{id}")]
fn read_v2(id: u64) -> String {
    id.to_string()
}

#[get("/posts/{id}", successor = |post| read_v2(id = post.id))]
//~                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
fn read(id: u64) -> String {
    id.to_string()
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read, read_v2]);
}
