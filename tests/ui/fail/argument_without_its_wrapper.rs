//! The pattern has the wrapper, and the type does not.
// no help: the compiler says what it expected.

use fingerpost::{Json, post};
use serde::Deserialize;

#[derive(Deserialize)]
struct Post {
    title: String,
}

#[post("/posts")]
fn create(Json(post): Post) -> String {
//~       ^^^^^^^^^^
    post.title
}

fn main() {}
