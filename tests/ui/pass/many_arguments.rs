//! As many arguments as a function has.
#![deny(warnings)]
#![allow(clippy::too_many_arguments, clippy::many_single_char_names)]

use fingerpost::{App, Cookies, HeaderMap, Json, Method, Uri, get, post, routes};

#[post("/{a}/{b}/{c}?{e}&{f}&{g}&{h=1}")]
async fn all(
    a: u8,
    b: &str,
    c: String,
    method: Method,
    e: Option<i64>,
    f: Vec<String>,
    g: bool,
    h: u16,
    uri: Uri,
    headers: HeaderMap,
    cookies: Cookies,
    Json(body): Json<Vec<u8>>,
    db: &String,
    other: &u64,
) -> String {
    format!("{a}{b}{c}{method}{e:?}{f:?}{g}{h}{uri}{headers:?}{cookies:?}{body:?}{db}{other}")
}

#[get("/")]
fn none() {}

fn main() {
    let _ = App::new(routes![all, none]).state(String::new()).state(7_u64);
}
