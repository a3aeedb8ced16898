//! A handler that is still served though nobody should use it.
#![deny(warnings)]

use fingerpost::{Json, get, post, routes};

#[deprecated = "use /v2"]
#[get("/v1/{id}")]
fn old(id: u64) -> Json<u64> {
    Json(id)
}

#[get("/v2")]
#[deprecated(since = "1.0.0", note = "use /v3")]
async fn newer() {}

#[post("/v1", location = |value| old(id = value.0))]
#[deprecated]
fn create(value: Json<u64>) -> Json<u64> {
    value
}

fn main() {
    let _ = fingerpost::App::new(routes![old, newer, create]);
}
