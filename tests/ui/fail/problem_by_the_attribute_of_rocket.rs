//! The problem is said as Rocket says it.

use fingerpost::Problem;

#[derive(Debug, Problem)]
enum ApiError {
    #[response(status = 409)]
    //~<^^^^^^^^^^^^^^^^^^^^^
    Taken(String),
}

fn main() {
    drop(ApiError::Taken("a".to_owned()));
}
