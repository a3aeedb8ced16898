//! A text of the program itself is in no body.

use fingerpost::{Json, post};

#[post("/")]
fn create(Json(title): Json<&'static str>) -> String {
//~                         ^^^^^^^^^^^^
    title.to_owned()
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![create]);
}
