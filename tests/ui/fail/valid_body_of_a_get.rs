//! A body of GET, however valid.

use fingerpost::{Json, Valid, get};

#[derive(serde::Deserialize, garde::Validate)]
struct Post {
    #[garde(length(min = 1))]
    title: String,
}

#[get("/posts")]
fn list(Valid(Json(_new)): Valid<Json<Post>>) {}
//~                        ^^^^^^^^^^^^^^^^^

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![list]);
}
