//! `display` shows the type's own.

use fingerpost::Problem;

#[derive(Problem)]
enum ApiError {
    #[problem(404, display)]
    //~            ^^^^^^^
    NoPost,
}

fn main() {}
