//! A `PathBuf` is not shown as it is.

use std::path::PathBuf;

use fingerpost::Problem;

#[derive(Problem)]
enum ApiError {
    #[problem(404, "no file {0}")]
    NoFile(PathBuf),
    //~    ^^^^^^^
}

fn main() {}
