//! What reads no body has no media type that a body could have.

use fingerpost::{Either, Json, Method, post};

#[post("/posts")]
fn create(body: Either<Json<u64>, Method>) -> String {
    //~                           ^^^^^^
    match body {
        Either::Left(Json(number)) => number.to_string(),
        Either::Right(method) => method.to_string(),
    }
}

fn main() {}
