//! Transparent variants that cannot be.

use fingerpost::Problem;

#[derive(Problem)]
enum ApiError {
    #[problem(transparent)]
    //~       ^^^^^^^^^^^
    Two(Problem, u8),
    #[problem(transparent)]
    //~       ^^^^^^^^^^^
    Nothing,
    #[problem(transparent, title = "Other")]
    //~                    ^^^^^
    Titled(Problem),
}

fn main() {}
