//! A constant that is the status of a success: the compiler evaluates it.

use fingerpost::{Problem, StatusCode};

#[derive(Problem)]
enum ApiError {
    #[problem(StatusCode::ACCEPTED, "later")]
    //~                   ^^^^^^^^
    Later,
}

fn main() {}
