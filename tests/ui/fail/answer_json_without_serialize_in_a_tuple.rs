//! What is in the tuple is blamed.

use fingerpost::{StatusCode, Json, put};

struct Post(u64);

#[put("/posts")]
fn create() -> (StatusCode, Json<Post>) {
//~                         ^^^^^^^^^^
    (StatusCode::CREATED, Json(Post(7)))
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![create]);
}
