//! Keys that are none, near one and far from all.

use fingerpost::Problem;

#[derive(Problem)]
enum ApiError {
    #[problem(404, tilte = "No post")]
    //~            ^^^^^
    Near,
    #[problem(404, colour = "red", "no post")]
    //~            ^^^^^^
    Far,
    #[problem(transparant)]
    //~       ^^^^^^^^^^^
    Flag(Problem),
}

fn main() {}
