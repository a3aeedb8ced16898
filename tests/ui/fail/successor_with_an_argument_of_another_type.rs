//! The parameters have their types.
// no help: the message is the compiler's own

use fingerpost::get;

#[get("/v2/posts/{id}")]
fn read_v2(id: u64) -> String {
    id.to_string()
}

#[get("/posts/{id}", successor = read_v2(id = "seven"))]
//~                                           ^^^^^^^
fn read(id: u64) -> String {
    id.to_string()
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read, read_v2]);
}
