//! A body is gone before the handler is called.

use fingerpost::{Json, post};

#[post("/posts")]
fn create(Json(tags): Json<Vec<&str>>) -> String {
//~                            ^^^^
    tags.join(",")
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![create]);
}
