//! The handler in the place of its path.

use fingerpost::{Redirect, get, post};

#[get("/posts/{id}")]
fn read(id: u64) -> String {
    id.to_string()
}

#[post("/posts")]
fn create() -> Redirect {
    Redirect::to(read)
    //~          ^^^^
}

fn main() {}
