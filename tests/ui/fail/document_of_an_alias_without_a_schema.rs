//! A document is asked for, and what an alias stands for has no schema.

use fingerpost::openapi::Info;
use fingerpost::{App, Json, Problem, get, routes};
use serde::Serialize;

#[derive(Serialize)]
struct Post {
    id: u64,
}

type Answer = Result<Json<Post>, Problem>;

#[get("/posts/{id}")]
fn read(id: u64) -> Answer {
    Ok(Json(Post { id }))
}

fn main() {
    let _ = App::new(routes![read]).openapi(Info::new("Posts", "1.0.0"));
    //~     ^^^^^^^^^^^^^^^^^^^^^^^
}
