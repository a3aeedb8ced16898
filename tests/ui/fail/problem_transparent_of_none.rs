//! `transparent` is a problem itself.

use fingerpost::Problem;

#[derive(Problem)]
enum ApiError {
    #[problem(transparent)]
    Io(std::io::Error),
    //~^^^^^^^^^^^^^^
}

fn main() {}
