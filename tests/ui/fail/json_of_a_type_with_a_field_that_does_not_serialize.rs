//! A derive that fails within: the only error is the derive's own.

use fingerpost::{Json, get};
use serde::Serialize;

struct Inner;

#[derive(Serialize)]
//~      ^^^^^^^^^
struct Post {
    inner: Inner,
}

#[get("/")]
fn read() -> Json<Post> {
    Json(Post { inner: Inner })
}

fn main() {}
