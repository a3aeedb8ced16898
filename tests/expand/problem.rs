//! Errors with their statuses.

use fingerpost::Problem;

#[derive(Problem)]
enum ApiError {
    #[problem(404, "no post {id}")]
    NoPost { id: u64 },
    #[problem(409, title = "Taken", header("Retry-After" = "5"))]
    Taken(String),
    #[problem(transparent)]
    Other(Problem),
}

fn main() {
    let _ = (ApiError::NoPost { id: 7 }, ApiError::Taken(String::new()), ApiError::Other(Problem::new(409)));
}
