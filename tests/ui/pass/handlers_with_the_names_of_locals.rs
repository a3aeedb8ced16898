//! A handler, its arguments and its state may be called as the expansion's own locals might be.
#![deny(warnings)]

use fingerpost::{Json, get, post, routes};

#[get("/{request}/{value}?{output}&{context}")]
async fn request(request: &str, value: u64, output: Option<u32>, context: Vec<String>) -> String {
    format!("{request} {value} {output:?} {context:?}")
}

#[get("/output/{response}", blocking)]
fn output(response: String) -> String {
    response
}

#[get("/answer/{at}")]
fn answer(at: u64) -> Json<u64> {
    Json(at)
}

#[post("/values/{at}", location = |values| answer(at = at + values.0))]
fn values(at: u64, number: Json<u64>) -> Json<u64> {
    Json(at + number.0)
}

fn main() {
    let _ = fingerpost::App::new(routes![request, output, answer]);
    let _ = values(1, Json(7));
}
