//! Answers without a name.
#![deny(warnings)]

use fingerpost::{App, Html, Json, Problem, Responder, get, routes};
use serde::Serialize;

#[derive(Serialize)]
struct Post {
    id: u64,
}

#[get("/one/{id}")]
async fn one(id: u64) -> impl Responder {
    Json(Post { id })
}

#[get("/two/{name}")]
fn two(name: &str) -> impl Responder + use<> {
    Html(name.to_owned())
}

#[get("/three/{id}")]
fn three(id: u64) -> Json<impl Serialize> {
    Json(Post { id })
}

#[get("/four/{id}")]
async fn four(id: u64) -> Result<impl Responder, Problem> {
    Ok(Json(id))
}

#[get("/five")]
fn five() -> Option<impl Responder> {
    Some("five")
}

fn main() {
    let _ = App::new(routes![one, two, three, four, five]);
}
