//! Whatever a path may be.
#![deny(warnings)]

use fingerpost::{get, routes};

#[get("/")]
fn a() {}
#[get("/posts/")]
fn b() {}
#[get("/posts")]
fn c() {}
#[get("/files/{name}.json")]
fn d(name: &str) -> String {
    name.to_owned()
}
#[get("/@{user}")]
fn e(user: &str) -> String {
    user.to_owned()
}
#[get("/rest/{*path}")]
fn f(path: &str) -> String {
    path.to_owned()
}
#[get("/nothing/{*path?}")]
fn g(path: &str) -> String {
    path.to_owned()
}
#[get("/{{literal}}/{id}")]
fn h(id: u64) -> String {
    id.to_string()
}
#[get("/café/naïve/日本")]
fn i() {}
#[get("/a:b/c;d/e,f/(g)/h~i/!$'+=")]
fn j() {}
#[get(r"/raw/{id}")]
fn k(id: u64) -> String {
    id.to_string()
}
#[get("/sum?a={left}&b={right}&page-size={size = 20}",)]
fn l(left: i64, right: i64, size: u8) -> String {
    format!("{left} {right} {size}")
}
#[get("/id/[all]/y|z/{id}")]
fn m(id: u64) -> String {
    id.to_string()
}

fn main() {
    let _ = fingerpost::App::new(routes![a, b, c, d, e, f, g, h, i, j, k, l, m]);
}
