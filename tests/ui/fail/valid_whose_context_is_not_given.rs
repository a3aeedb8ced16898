//! The rules read what the app does not have.

use fingerpost::{App, Json, Valid, post, routes};

struct Limits {
    longest: usize,
}

#[derive(serde::Deserialize, garde::Validate)]
#[garde(context(Limits as ctx))]
struct Post {
    #[garde(length(max = ctx.longest))]
    title: String,
}

#[post("/posts")]
fn create(Valid(Json(_new)): Valid<Json<Post>>) {}

fn main() {
    let _ = App::new(routes![create]).test();
    //~                               ^^^^
}
