//! The derive is forgotten.

use fingerpost::get;

enum ApiError {
    NoPost,
}

#[get("/")]
fn read() -> Result<String, ApiError> {
//~                         ^^^^^^^^
    Err(ApiError::NoPost)
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
