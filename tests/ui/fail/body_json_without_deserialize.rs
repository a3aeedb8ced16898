//! A type that nobody taught to be read.

use fingerpost::{Json, post};

struct NewPost {
    title: String,
}

#[post("/posts")]
fn create(Json(new): Json<NewPost>) -> String {
//~                  ^^^^^^^^^^^^^
    new.title
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![create]);
}
