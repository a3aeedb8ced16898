//! Commas stand between handlers.

use fingerpost::{App, get, routes};

#[get("/a")]
fn a() {}

#[get("/b")]
fn b() {}

fn main() {
    let _ = App::new(routes![a; b]);
    //~                       ^
}
