//! The closure's argument was forgotten.

use fingerpost::{Json, get, post};

#[get("/posts/{id}")]
fn read(id: u64) -> String {
    id.to_string()
}

#[post("/posts", status = 201, location = read(id = created.0))]
//~                                                 ^^^^^^^
fn create() -> Json<u64> {
    Json(7)
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read, create]);
}
