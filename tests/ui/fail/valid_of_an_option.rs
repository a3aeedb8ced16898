//! What may be missing stands inside.

use fingerpost::{Json, Valid, post};

#[derive(serde::Deserialize, garde::Validate)]
struct Post {
    #[garde(length(min = 1))]
    title: String,
}

#[post("/posts")]
fn create(Valid(_new): Valid<Option<Json<Post>>>) {}
//~                          ^^^^^^^^^^^^^^^^^^

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![create]);
}
