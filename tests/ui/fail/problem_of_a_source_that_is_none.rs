//! A source is an error.

use fingerpost::Problem;

struct Cause;

#[derive(Problem)]
#[problem(500)]
struct Broken {
    source: Cause,
    //~<^^^^^^^^^
}

fn main() {}
