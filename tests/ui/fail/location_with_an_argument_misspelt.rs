//! A letter is missing.

use fingerpost::{get, post};

#[get("/posts/{number}")]
fn read(number: u64) -> String {
    number.to_string()
}

#[post("/posts", status = 201, location = read(numbr = 7))]
//~                                            ^^^^^
fn create() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read, create]);
}
