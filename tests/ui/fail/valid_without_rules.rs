//! The type has no rules that it could be held to.

use fingerpost::{Json, Valid, post};

#[derive(serde::Deserialize)]
struct Post {
    _title: String,
}

#[post("/posts")]
fn create(Valid(Json(_new)): Valid<Json<Post>>) {}
//~                                     ^^^^

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![create]);
}
