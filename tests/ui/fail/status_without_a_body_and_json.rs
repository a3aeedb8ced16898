//! 205 has no body.

use fingerpost::{Json, post};

#[post("/form", status = RESET_CONTENT)]
//~                      ^^^^^^^^^^^^^
fn form() -> Json<u64> {
    Json(7)
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![form]);
}
