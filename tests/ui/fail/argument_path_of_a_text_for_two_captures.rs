//! `Path` of one text, and two captures.

use fingerpost::{Path, get};

#[get("/posts/{id}/{slug}")]
fn get_post(id: u64, Path(slug): Path<String>) -> String {
    //~                               ^^^^^^
    format!("{id} {slug}")
}

fn main() {}
