//! A body is read once.

use fingerpost::{Json, post};

#[post("/posts")]
fn create(text: String, Json(number): Json<u64>) -> String {
//~                                   ^^^^^^^^^
    format!("{text} {number}")
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![create]);
}
