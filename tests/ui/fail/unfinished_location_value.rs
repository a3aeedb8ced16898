//! A link to whose value the field is still to be written.

use fingerpost::{App, Json, get, post, routes};

#[get("/posts/{id}")]
fn get_post(id: u64) -> String {
    id.to_string()
}

#[post("/posts", status = 201, location = |id| get_post(id = id.))]
//~                                                          ^^^
fn create() -> Json<u64> {
    Json(7)
}

fn main() {
    let _ = App::new(routes![get_post, create]);
}
