//! A body is gone before the handler is called.

use fingerpost::{Json, post};

#[derive(serde::Deserialize)]
struct Post<'a> {
    title: &'a str,
}

#[post("/")]
fn create(Json(post): Json<Post<'_>>) -> String {
//~                             ^^
    post.title.to_owned()
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![create]);
}
