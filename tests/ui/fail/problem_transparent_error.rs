//! A transparent variant of an error that is no problem.

use fingerpost::Problem;

#[derive(Problem)]
enum ApiError {
    #[problem(transparent)]
    Disk(std::io::Error),
    //~  ^^^^^^^^^^^^^^
}

fn main() {}
