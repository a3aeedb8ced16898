//! The first program, as the first page shows it.
// in: usual 2018 2021
#![deny(warnings)]

use fingerpost::{App, Json, Problem, get, post, put, routes};
use serde::{Deserialize, Serialize};

struct Db(u64);

#[derive(Serialize, Deserialize)]
struct Post {
    id: u64,
}

/// Create or replace the database.
#[put("/database", status = 201)]
fn database() {}

/// One post.
#[get("/posts/{id}")]
async fn get_post(id: u64, db: &Db) -> Result<Json<Post>, Problem> {
    if id > db.0 { Err(Problem::new(404)) } else { Ok(Json(Post { id })) }
}

#[post("/posts", status = 201, location = |post| get_post(id = post.id))]
async fn new_post(Json(new): Json<Post>, _db: &Db) -> Result<Json<Post>, Problem> {
    Ok(Json(new))
}

fn main() -> Result<(), fingerpost::Error> {
    App::new(routes![database, get_post, new_post]).state(Db(7)).run("127.0.0.1:0")
}
