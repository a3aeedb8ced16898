//! `Path` of two, in a `Result`, and one capture; a client calls the handler.

use fingerpost::{Path, PathRejection, get};

#[get("/posts/{id}")]
fn get_post(path: Result<Path<(u64, u64)>, PathRejection>) -> String {
    //~                       ^^^^^^^^^^
    format!("{path:?}")
}

fn main() {
    let _ = get_post::request(7);
}
