//! The problem is said by the attribute of another derive.

use fingerpost::Problem;

#[derive(Debug, Problem)]
enum ApiError {
    #[error("no post {id}")]
    //~<^^^^^^^^^^^^^^^^^^^^
    NoPost { id: u64 },
    #[problem(500)]
    Broken,
}

fn main() {
    drop([ApiError::NoPost { id: 7 }, ApiError::Broken]);
}
