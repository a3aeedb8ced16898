//! `#[tracing::instrument]` before and after the route.
#![deny(warnings)]

use fingerpost::{App, Json, Problem, get, post, routes};

struct Db;

#[tracing::instrument(skip(_db))]
#[get("/posts/{id}")]
async fn read(id: u64, _db: &Db) -> Result<Json<u64>, Problem> {
    Ok(Json(id))
}

#[get("/posts?{page}")]
#[tracing::instrument(skip_all, fields(page))]
async fn list(page: Option<u32>, _db: &Db) -> String {
    format!("{page:?}")
}

#[tracing::instrument]
#[post("/posts")]
fn create(text: String) -> String {
    text
}

#[post("/other")]
#[tracing::instrument(ret, err)]
async fn other(Json(text): Json<String>) -> Result<String, Problem> {
    Ok(text)
}

fn main() {
    let _ = App::new(routes![read, list, create, other]).state(Db);
}
