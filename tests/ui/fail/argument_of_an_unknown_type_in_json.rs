//! What the body is made of is not there.

use fingerpost::{Json, post};

#[post("/")]
fn create(post: Json<Post>) -> String {
//~                  ^^^^
    String::new()
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![create]);
}
