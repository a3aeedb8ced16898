//! An extractor by reference.

use fingerpost::{Json, Valid, post};

#[derive(serde::Deserialize, garde::Validate)]
struct Post {
    #[garde(length(min = 1))]
    title: String,
}

#[post("/posts")]
fn create(_new: &Valid<Json<Post>>) {}
//~              ^^^^^^^^^^^^^^^^^

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![create]);
}
