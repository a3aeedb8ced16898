//! Rocket's `format` is the request's media type or the answer's.

use fingerpost::{App, Json, post, routes};

#[post("/posts", format = "json")]
//~              ^^^^^^
fn create(Json(title): Json<String>) -> String {
    title
}

fn main() {
    let _ = App::new(routes![create]);
}
