//! The request of `http` is not handed over as a whole.

use fingerpost::http::Request;
use fingerpost::{Body, post};

#[post("/")]
fn create(request: Request<Body>) -> String {
//~                ^^^^^^^
    request.uri().to_string()
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![create]);
}
