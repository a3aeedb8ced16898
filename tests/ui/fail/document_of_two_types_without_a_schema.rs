//! The API document is asked for, and two handlers are of types without a schema: each is told.

use fingerpost::openapi::Info;
use fingerpost::{App, Json, get, post, routes};
use serde::{Deserialize, Serialize};

#[derive(Serialize)]
struct Post {
    id: u64,
}

#[derive(Deserialize)]
struct NewPost {
    title: String,
}

#[get("/posts/{id}")]
fn read(id: u64) -> Json<Post> {
    Json(Post { id })
}

#[post("/posts")]
fn create(Json(new): Json<NewPost>) -> String {
    new.title
}

fn main() {
    let _ = App::new(routes![read, create]).openapi(Info::new("Posts", "1.0.0"));
    //~     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    //~     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
}
