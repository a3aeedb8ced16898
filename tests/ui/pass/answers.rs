//! Whatever may be returned.
#![deny(warnings)]
#![allow(clippy::type_complexity)]

use std::borrow::Cow;

use fingerpost::bytes::Bytes;
use fingerpost::{
    AppendHeaders, Created, HeaderMap, Html, Json, NoContent, Problem, Redirect, Response, StatusCode, get, header,
    routes, serde_json,
};

#[get("/1")]
fn a() {}
#[get("/2")]
fn b() -> &'static str {
    "b"
}
#[get("/3")]
fn c() -> Cow<'static, str> {
    "c".into()
}
#[get("/4")]
fn d() -> Bytes {
    Bytes::new()
}
#[get("/5")]
fn e() -> Vec<u8> {
    Vec::new()
}
#[get("/6")]
fn f() -> serde_json::Value {
    serde_json::json!({ "a": "b" })
}
#[get("/7")]
fn g() -> StatusCode {
    StatusCode::ACCEPTED
}
#[get("/8")]
fn h() -> (StatusCode, Html<&'static str>) {
    (StatusCode::ACCEPTED, Html("h"))
}
#[get("/9")]
fn i() -> (StatusCode, HeaderMap, String) {
    (StatusCode::ACCEPTED, HeaderMap::new(), String::new())
}
#[get("/10")]
fn j() -> Option<Result<Json<u64>, Problem>> {
    None
}
#[get("/11")]
fn k() -> Result<Option<Redirect>, StatusCode> {
    Err(StatusCode::CONFLICT)
}
#[get("/12")]
fn l() -> Created<Json<u64>> {
    Created::at("/12", Json(7))
}
#[get("/13")]
fn m() -> Result<NoContent, (StatusCode, &'static str)> {
    Ok(NoContent)
}
#[get("/14")]
fn n() -> Response {
    Response::default()
}
#[get("/15")]
fn o() -> (AppendHeaders<[(header::HeaderName, &'static str); 1]>, [(&'static str, &'static str); 1], String) {
    (AppendHeaders([(header::VARY, "accept")]), [("x-o", "o")], String::new())
}
fn main() {
    let _ = fingerpost::App::new(routes![a, b, c, d, e, f, g, h, i, j, k, l, m, n, o]);
}
