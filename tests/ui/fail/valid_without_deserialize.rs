//! The value has rules, and cannot be read.

use fingerpost::{Json, Valid, post};

#[derive(garde::Validate)]
struct Post {
    #[garde(length(min = 1))]
    title: String,
}

#[post("/posts")]
fn create(Valid(Json(_new)): Valid<Json<Post>>) {}
//~                                ^^^^^^^^^^

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![create]);
}
