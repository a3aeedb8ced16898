//! The success has no such field.

use fingerpost::{Json, get, post};
use serde::Serialize;

#[derive(Serialize)]
struct Post {
    id: u64,
}

#[get("/posts/{id}")]
fn read(id: u64) -> String {
    id.to_string()
}

#[post("/posts", status = 201, location = |post| read(id = post.ident))]
//~                                                             ^^^^^
fn create() -> Json<Post> {
    Json(Post { id: 7 })
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read, create]);
}
// no help: the message is the compiler's own
