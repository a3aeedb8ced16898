//! Routes that are near each other and answer different requests.
#![deny(warnings)]

use fingerpost::{get, post, routes};

#[get("/posts/{id}")]
fn a(id: u64) -> String {
    id.to_string()
}
#[get("/posts/latest")]
fn b() {}
#[get("/posts/{name}.json")]
fn c(name: &str) -> String {
    name.to_owned()
}
#[get("/posts/v{name}")]
fn d(name: &str) -> String {
    name.to_owned()
}
#[get("/posts/{*rest}")]
fn e(rest: &str) -> String {
    rest.to_owned()
}
#[post("/posts/{id}")]
fn f(id: u64) -> String {
    id.to_string()
}
#[get("/posts/{id}/")]
fn g(id: u64) -> String {
    id.to_string()
}
#[get("/posts/{id}/comments")]
fn h(id: u64) -> String {
    id.to_string()
}
#[get("/Posts/latest")]
fn i() {}

routes! { nested = [b, i] }

fn main() {
    let _ = fingerpost::App::new(routes![a, b, c, d, e, f, g, h, i, "/v1" => nested, "/v2" => nested, "/v1/deep" => a]);
}
