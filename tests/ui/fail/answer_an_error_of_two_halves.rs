//! axum's error: a status and JSON, which is not serialized.

use fingerpost::{Json, StatusCode, get};

struct Failure(u64);

#[get("/motd")]
fn motd() -> Result<String, (StatusCode, Json<Failure>)> {
//~                                      ^^^^^^^^^^^^^
    Err((StatusCode::CONFLICT, Json(Failure(7))))
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![motd]);
}
