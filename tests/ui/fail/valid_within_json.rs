//! What is read stands outside of what reads it.

use fingerpost::{Json, Valid, post};

#[derive(serde::Deserialize, garde::Validate)]
struct Post {
    #[garde(length(min = 1))]
    title: String,
}

#[post("/posts")]
fn create(Json(_new): Json<Valid<Post>>) {}
//~                        ^^^^^^^^^^^

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![create]);
}
