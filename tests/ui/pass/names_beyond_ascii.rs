//! Raw identifiers and letters beyond ASCII.
#![deny(warnings)]

use fingerpost::{App, get, post, routes};

#[get("/{type}?{match}&{in}")]
fn r#loop(r#type: u64, r#match: Option<String>, _in: Vec<u8>) -> String {
    r#match.unwrap_or_default() + &r#type.to_string()
}

#[get("/größe/{größe}")]
fn größe(größe: u64) -> String {
    größe.to_string()
}

#[post("/", status = 201, location = r#loop(r#type = 1))]
fn r#enum() {}

fn main() {
    let _ = App::new(routes![r#loop, größe, r#enum]);
    let _ = (r#loop::path(1, None, &[]), größe::path(7));
}
