//! Operations that end, and what comes after them.
// in: usual 2018
#![deny(warnings)]
#![allow(dead_code)]

use fingerpost::{App, Json, delete, get, post, routes};

#[get("/v2/posts/{id}?{full}")]
fn read(id: u64, full: Option<bool>) -> String {
    format!("{id} {full:?}")
}

#[get("/v2/posts")]
fn list() {}

#[get("/v2/tags/{tag}")]
fn tag(tag: &str) -> String {
    tag.to_owned()
}

mod v1 {
    use fingerpost::get;

    #[get("/v1/posts/{id}", deprecated = "2026-01-31", sunset = "2027-01-31", successor = super::read(id = id, full = true))]
    #[deprecated]
    pub fn read(id: u64) -> Option<String> {
        Some(id.to_string())
    }
}

#[get("/v1/posts", deprecated = "2026-01-31T12:00:00Z", successor = list(), deprecation_link = "https://example.com/v1")]
fn list_v1() {}

#[get("/v1/tags/{name}", successor = tag(tag = &name))]
async fn tag_v1(name: &str) -> String {
    name.to_owned()
}

#[get("/v1/first/{name}", successor = tag(tag = "first"))]
fn first(name: String) -> String {
    name
}

#[post("/v1/posts", status = 201, location = |post| v1::read(id = u64::from(post.0)), successor = list(), sunset = "2027-01-31")]
fn create(Json(post): Json<u8>) -> Json<u8> {
    Json(post)
}

#[delete("/v1/posts/{number}", sunset = "2027-01-31", sunset_link = "/sunsets", blocking, detached)]
fn remove(number: std::num::NonZeroU8) {
    std::hint::black_box(number);
}

fn main() {
    let _ = App::new(routes![read, list, tag, v1::read, list_v1, tag_v1, first, create, remove]);
}
