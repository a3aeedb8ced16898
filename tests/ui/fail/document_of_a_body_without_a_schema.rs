//! A document is asked for, and the body that a handler reads has no schema.

use fingerpost::openapi::{Document, Info};
use fingerpost::{Json, post, routes};
use serde::Deserialize;

#[derive(Deserialize)]
struct NewPost {
    title: String,
}

#[post("/posts")]
fn create(Json(new): Json<NewPost>) -> String {
    new.title
}

routes! { table = [create] }

fn main() {
    let _ = Document::of(&table, Info::new("Posts", "1.0.0"));
    //~                  ^^^^^^
}
