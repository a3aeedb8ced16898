//! State, captures, queries and a body, mixed.
#![deny(warnings)]
#![allow(clippy::many_single_char_names)]

use std::borrow::Cow;
use std::net::IpAddr;

use fingerpost::{HeaderMap, Json, Method, Uri, post, routes};

struct Db(u64);
struct Clock;

#[post("/{a}/{b}/{c}/{d}?{e}&{f}&{g = 7}")]
#[allow(clippy::too_many_arguments)]
async fn everything(
    db: &Db,
    g: u8,
    Json(body): Json<String>,
    d: IpAddr,
    headers: HeaderMap,
    c: String,
    f: Vec<f64>,
    method: Method,
    b: Cow<'_, str>,
    _clock: &Clock,
    e: Option<char>,
    uri: Uri,
    a: &str,
) -> String {
    format!("{} {g} {body} {d} {} {c} {f:?} {method} {b} {e:?} {uri} {a}", db.0, headers.len())
}

fn main() {
    let _ = fingerpost::App::new(routes![everything]).state(Db(7)).state(Clock);
}
