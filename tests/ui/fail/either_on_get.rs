//! A GET has no body, in whatever media type.

use fingerpost::{Either, Form, Json, get};

#[get("/note")]
fn note(_body: Either<Json<u64>, Form<u64>>) -> String {
//~            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    String::new()
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![note]);
}
