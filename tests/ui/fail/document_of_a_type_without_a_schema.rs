//! A document is asked for, and what a handler answers with has no schema.

use fingerpost::openapi::Info;
use fingerpost::{App, Json, get, routes};
use serde::Serialize;

#[derive(Serialize)]
struct Post {
    id: u64,
}

#[get("/posts/{id}")]
fn read(id: u64) -> Option<Json<Post>> {
    Some(Json(Post { id }))
}

fn main() {
    let _ = App::new(routes![read]).openapi(Info::new("Posts", "1.0.0"));
    //~     ^^^^^^^^^^^^^^^^^^^^^^^
}
