//! A crate of another name is called `core` here.
#![deny(warnings)]

extern crate alloc as core;

use fingerpost::{Json, get, routes};

#[get("/posts/{id}?{limit}")]
async fn read(id: u64, limit: Option<u32>) -> Json<u64> {
    Json(id + u64::from(limit.unwrap_or_default()))
}

fn main() {
    let _ = core::string::String::new();
    let _ = fingerpost::App::new(routes![read]);
}
