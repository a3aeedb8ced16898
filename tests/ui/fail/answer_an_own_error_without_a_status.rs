//! An error enum without the derive.

use fingerpost::get;

#[derive(Debug)]
enum ApiError {
    NoPost,
}

#[get("/posts")]
fn read() -> Result<String, ApiError> {
//~          ^^^^^^^^^^^^^^^^^^^^^^^^
    Err(ApiError::NoPost)
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
