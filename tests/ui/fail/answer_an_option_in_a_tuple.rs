//! An `Option` stands outside.

use fingerpost::{StatusCode, Json, put};

#[put("/database")]
fn database() -> (StatusCode, Option<Json<u64>>) {
//~                           ^^^^^^^^^^^^^^^^^
    (StatusCode::CREATED, Some(Json(7)))
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![database]);
}
