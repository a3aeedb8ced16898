//! A body is read once, and each reader too many is told.

use fingerpost::{Json, bytes::Bytes, post};

#[post("/posts")]
fn create(text: String, bytes: Bytes, number: Json<u64>) -> String {
//~                            ^^^^^          ^^^^^^^^^
    format!("{text} {bytes:?} {}", number.0)
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![create]);
}
