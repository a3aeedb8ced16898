//! One representation, without a tuple.

use fingerpost::{Json, Negotiated, get};
use serde::Serialize;

#[derive(Serialize)]
struct Post;

#[get("/")]
fn read() -> Negotiated<Post, Json<Post>> {
//~          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    Post.into()
}

fn main() {}
