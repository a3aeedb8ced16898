//! A problem with the status of a success, in each spelling.

use fingerpost::Problem;

#[derive(Problem)]
enum ApiError {
    #[problem(200, "fine")]
    //~       ^^^
    ByNumber,
    #[problem(status = CREATED)]
    //~                ^^^^^^^
    ByName,
}

fn main() {}
