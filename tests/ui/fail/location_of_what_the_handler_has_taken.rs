//! The body is the handler's by the time that the answer is made.

use fingerpost::{App, Json, get, post, routes};

#[derive(serde::Deserialize, serde::Serialize)]
struct Post {
    id: u64,
}

#[get("/posts/{id}")]
fn read(id: u64) -> String {
    id.to_string()
}

#[post("/posts", status = 201, location = read(id = new.id))]
//~                                                 ^^^
fn create(Json(new): Json<Post>) -> Json<Post> {
    Json(new)
}

fn main() {
    let _ = App::new(routes![read, create]);
}
