//! The user's own types have the names of primitive ones.
#![deny(warnings)]
#![allow(dead_code, non_camel_case_types)]

struct u16;
struct usize;
struct bool;
struct str;

#[fingerpost::put("/database", status = 201, body_limit = "1 KiB", timeout = "1 s")]
fn database() {}

#[fingerpost::get("/{id}")]
fn read(id: u64) -> &'static core::primitive::str {
    if id == 0 { "none" } else { "some" }
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![database, read]);
}
