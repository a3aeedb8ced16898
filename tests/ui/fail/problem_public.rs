//! `public` where it says nothing.

use fingerpost::Problem;

#[derive(Problem)]
enum ApiError {
    #[problem(404, "no post", public)]
    //~                       ^^^^^^
    Already,
    #[problem(503, public)]
    //~            ^^^^^^
    NoDetail,
}

fn main() {}
