//! Whatever a method may be.
#![deny(warnings)]

use fingerpost::{delete, get, head, options, patch, post, put, route, routes};

#[route(GET | HEAD, "/1")]
fn a() {}
#[route("PURGE", "/2")]
fn b() {}
#[route(QUERY, "/3")]
fn c(body: String) -> String {
    body
}
#[route(PATCH | "M-SEARCH" | POST, "/4", status = 201,)]
fn d() {}
#[route(TRACE, "/5")]
fn e() {}
#[route(CONNECT, "/6")]
fn f() {}
#[get("/7")]
fn g() {}
#[head("/8")]
fn h() {}
#[post("/9")]
fn i() {}
#[put("/10")]
fn j() {}
#[patch("/11")]
fn k() {}
#[delete("/12")]
fn l(body: String) {
    drop(body);
}
#[options("/13")]
fn m() {}

fn main() {
    let _ = fingerpost::App::new(routes![a, b, c, d, e, f, g, h, i, j, k, l, m]);
}
