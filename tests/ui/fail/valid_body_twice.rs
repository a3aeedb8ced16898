//! Two bodies, one of them valid.

use fingerpost::{Json, Valid, post};

#[derive(serde::Deserialize, garde::Validate)]
struct Post {
    #[garde(length(min = 1))]
    title: String,
}

#[post("/posts")]
fn create(Valid(Json(_new)): Valid<Json<Post>>, Json(_note): Json<String>) {}
//~                                                          ^^^^^^^^^^^^

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![create]);
}
