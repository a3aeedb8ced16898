//! What reads the value is forgotten.

use fingerpost::{Valid, post};

#[derive(serde::Deserialize, garde::Validate)]
struct Post {
    #[garde(length(min = 1))]
    title: String,
}

#[post("/posts")]
fn create(Valid(_new): Valid<Post>) {}
//~                          ^^^^

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![create]);
}
