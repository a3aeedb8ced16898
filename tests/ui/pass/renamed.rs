//! The dependency has another name in Cargo.toml.
// in: renamed
#![deny(warnings)]

use signpost::{App, Json, Problem, States, get, post, routes};

#[derive(States)]
struct State {
    db: Db,
}

struct Db(u64);

#[derive(Debug, Problem)]
enum ApiError {
    #[problem(404, "no post {id}")]
    NoPost { id: u64 },
}

#[get("/posts/{id}?{limit = 10}")]
async fn read(id: u64, limit: u32, db: &Db) -> Result<Json<u64>, ApiError> {
    if id > db.0 { Err(ApiError::NoPost { id }) } else { Ok(Json(u64::from(limit))) }
}

#[post("/posts", status = 201, location = |post| read(id = post.0))]
fn create(Json(new): Json<u64>) -> Json<u64> {
    Json(new)
}

routes! { posts = [read, create] }

fn main() -> Result<(), signpost::Error> {
    let state = State { db: Db(7) };
    let _ = state.db.0;
    App::new(routes!["/api" => posts]).states(state).run("127.0.0.1:0")
}
