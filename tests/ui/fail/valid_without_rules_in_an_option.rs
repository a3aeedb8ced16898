//! The type of what may be missing has no rules.

use fingerpost::{Form, Valid, post};

#[derive(serde::Deserialize)]
struct Post {
    _title: String,
}

#[post("/posts")]
async fn create(_new: Option<Valid<Form<Post>>>) {}
//~                                     ^^^^

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![create]);
}
