//! `Path` of two where the path has one.

use fingerpost::{Path, get};

#[get("/posts/{id}")]
fn read(Path((blog, id)): Path<(u32, u32)>) -> String {
//~                       ^^^^^^^^^^^^^^^^
    format!("{blog} {id}")
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
