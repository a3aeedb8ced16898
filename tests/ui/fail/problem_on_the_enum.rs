//! An enum as a whole has no problem.

use fingerpost::Problem;

#[derive(Problem)]
#[problem(404)]
//~<^^^^^^^^^^^
enum ApiError {
    #[problem(404)]
    NoPost,
}

fn main() {}
