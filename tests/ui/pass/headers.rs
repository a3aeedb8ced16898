//! Whatever may be declared of headers and media types.
#![deny(warnings)]

use fingerpost::{get, routes};

#[get("/1", header("Cache-Control" = "no-store"), header("vary" = "Accept"), header("VARY" = "Origin"))]
fn a() {}
#[get("/2", header("X-Request-Idea" = "mine"), header("Server" = "a/1 (b; c)"), header("Link" = "</>; rel=\"next\""))]
fn b() {}
#[get("/3", content_type = "text/csv; charset=utf-8; header=present")]
fn c() -> &'static str {
    "c"
}
#[get("/4", content_type = "application/vnd.api+json")]
fn d() -> &'static str {
    "d"
}
#[get("/5", content_type = r#"multipart/mixed; boundary="a b""#)]
fn e() -> &'static str {
    "e"
}

fn main() {
    let _ = fingerpost::App::new(routes![a, b, c, d, e]);
}
