//! A handler may be seen by more than the one that its `location` or its `successor` leads to.
#![deny(warnings)]
#![allow(clippy::must_use_candidate)]

use fingerpost::{Json, get, post, routes};

#[get("/posts/{id}")]
fn read(id: u64) -> Json<u64> {
    Json(id)
}

#[post("/posts", status = 201, location = |id| read(id = *id))]
pub async fn create() -> Json<u64> {
    Json(7)
}

mod drafts {
    use fingerpost::{Json, get, post, routes};

    #[get("/{id}")]
    fn read(id: u64) -> Json<u64> {
        Json(id)
    }

    #[post("/", status = 201, location = |id| read(id = *id))]
    pub(crate) fn create() -> Json<u64> {
        Json(7)
    }

    #[get("/old/{id}", deprecated = "2026-01-01", successor = super::read(id = id))]
    pub async fn read_old(id: u64) -> Json<u64> {
        Json(id)
    }

    routes! { pub table = [read, create, read_old] }
}

fn main() {
    let _ = fingerpost::App::new(routes![read, create, "/drafts" => drafts::table]);
}
