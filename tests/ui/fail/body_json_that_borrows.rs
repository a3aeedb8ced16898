//! A body is gone before the handler is called.

use fingerpost::{Json, post};

#[post("/posts")]
fn create(Json(title): Json<&str>) -> String {
//~                    ^^^^^^^^^^
    title.to_owned()
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![create]);
}
