//! `Problem` above and below.

use fingerpost::Problem;

#[derive(Problem)]
#[derive(Debug, Problem)]
//~             ^^^^^^^
enum ApiError {
    #[problem(404)]
    Missing,
}

fn main() {
    println!("{:?}", ApiError::Missing);
}
