//! A status in quotes.

use fingerpost::Problem;

#[derive(Problem)]
enum ApiError {
    #[problem("404", "no post")]
    //~       ^^^^^
    First,
    #[problem(status = "not found")]
    //~                ^^^^^^^^^^^
    Keyed,
}

fn main() {}
