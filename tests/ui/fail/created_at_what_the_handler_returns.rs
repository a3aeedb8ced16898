//! The handler called in the place of its path.

use fingerpost::{Created, get, post};

#[get("/posts/{id}")]
fn read(id: u64) {
    let _ = id;
}

#[post("/posts")]
fn create() -> Created<&'static str> {
    Created::at(read(7), "thank you")
    //~         ^^^^^^^
}

fn main() {}
