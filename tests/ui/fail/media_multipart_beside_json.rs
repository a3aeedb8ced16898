//! A body is read once.

use fingerpost::{Json, Multipart, post};

#[post("/upload")]
fn upload(form: Multipart, Json(number): Json<u64>) -> String {
//~                                      ^^^^^^^^^
    drop(form);
    number.to_string()
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![upload]);
}
