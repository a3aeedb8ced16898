//! A link of which only the value is named.

use fingerpost::{App, Json, post, routes};

#[post("/posts", status = 201, location = |post|)]
//~                                       ^^^^^^
fn create() -> Json<u64> {
    Json(7)
}

fn main() {
    let _ = App::new(routes![create]);
}
