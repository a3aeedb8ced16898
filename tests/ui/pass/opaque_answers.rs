//! An answer that has no name.
#![deny(warnings)]

use fingerpost::{Html, Problem, Responder, get, routes};

#[get("/one")]
fn one() -> impl Responder {
    "one"
}

#[get("/two", status = 202, content_type = "text/html")]
async fn two() -> Result<impl Responder, Problem> {
    Ok(Html("two"))
}

#[get("/three/{name}")]
fn three(name: &str) -> impl Responder + use<> {
    name.to_owned()
}

fn main() {
    let _ = fingerpost::App::new(routes![one, two, three]);
}
