//! The name of a status, misspelt.

use fingerpost::Problem;

#[derive(Problem)]
#[problem(NOT_FUOND, "no post")]
//~       ^^^^^^^^^
struct NoPost;

fn main() {}
