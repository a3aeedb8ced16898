//! A number is no body.

use fingerpost::{Either, Json, post};

#[post("/note")]
fn new_note(_body: Either<Json<u64>, u64>) -> String {
//~                ^^^^^^^^^^^^^^^^^^^^^^
    String::new()
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![new_note]);
}
