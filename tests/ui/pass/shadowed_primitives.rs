//! Modules have the names of primitive types, as `use std::str` brings them.
#![deny(warnings)]
#![allow(unused_imports, clippy::legacy_numeric_constants)]

use std::{char, f64, str, u16, u64, usize};

mod bool {}
mod u8 {}

use fingerpost::{Json, get, post, routes};

#[post("/database", status = 201, body_limit = "1 KiB", timeout = "1 s")]
fn database(body: String) {
    drop(body);
}

#[get("/{id}/{name}?{tag}&{limit = 10}")]
fn read(id: u64, name: &str, tag: Vec<char>, limit: u8) -> Json<u64> {
    let _ = (name, tag, limit);
    Json(id)
}

#[post("/", location = |value| read(id = value.0, name = "a"))]
fn create() -> Json<u64> {
    Json(7)
}

fn main() {
    let _ = fingerpost::App::new(routes![database, read, create]);
}
