//! An error that is not imported.

use fingerpost::{Json, get};

#[get("/", status = 201)]
async fn read() -> Result<Json<u64>, ApiError> {
//~                                  ^^^^^^^^
    Ok(Json(7))
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
