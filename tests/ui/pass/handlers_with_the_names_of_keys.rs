//! A handler may be called as a key or a method.
#![deny(warnings)]

use fingerpost::routes;

#[fingerpost::get("/get")]
fn get() {}

#[fingerpost::post("/status")]
fn status() {}

#[fingerpost::route(PUT, "/route")]
fn route() {}

#[fingerpost::get("/path")]
fn path() {}

#[fingerpost::get("/call")]
fn call() {}

#[fingerpost::get("/main")]
fn table() {}

fn main() {
    let _ = fingerpost::App::new(routes![get, status, route, path, call, table]);
}
