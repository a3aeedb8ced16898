//! An optional body is a body.

use fingerpost::{bytes::Bytes, get};

#[get("/posts")]
fn read(body: Option<Bytes>) -> String {
//~           ^^^^^^^^^^^^^
    body.is_some().to_string()
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
