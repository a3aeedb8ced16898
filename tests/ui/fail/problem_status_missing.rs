//! A detail without a status, and nothing at all.

use fingerpost::Problem;

#[derive(Problem)]
enum ApiError {
    #[problem("no post")]
    //~       ^^^^^^^^^
    Detail,
    #[problem()]
    //~<^^^^^^^^
    Nothing,
    #[problem]
    //~<^^^^^
    Bare,
}

fn main() {}
