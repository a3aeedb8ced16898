//! `#[error(…)]` beside `#[problem(…)]`, without the derive that it belongs to.

use fingerpost::Problem;

#[derive(Debug, Problem)]
enum ApiError {
    #[error("no post {id}")]
    //~<^^^^^^^^^^^^^^^^^^^^
    #[problem(404)]
    NoPost { id: u64 },
}

fn main() {
    drop(ApiError::NoPost { id: 7 });
}
