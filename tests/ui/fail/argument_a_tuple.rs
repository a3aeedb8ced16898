//! Extractors are arguments of their own.

use fingerpost::{HeaderMap, Json, post};

#[post("/")]
fn create((headers, body): (HeaderMap, Json<u64>)) -> String {
//~                        ^^^^^^^^^^^^^^^^^^^^^^
    format!("{} {}", headers.len(), body.0)
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![create]);
}
