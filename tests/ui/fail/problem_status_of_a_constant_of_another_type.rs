//! The constant has a type of its own.

use fingerpost::{Problem, get};

mod codes {
    pub const FULL: i32 = 507;
}

#[derive(Problem)]
enum ApiError {
    #[problem(codes::FULL, "no room")]
    //~              ^^^^
    Full,
}

#[get("/room")]
fn room() -> Result<(), ApiError> {
    Err(ApiError::Full)
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![room]);
}
