//! A variant that does not say which problem it is.

use fingerpost::Problem;

#[derive(Problem)]
enum ApiError {
    #[problem(404)]
    NoPost,
    Taken(String),
    //~<^
}

fn main() {}
