//! Details that name fields which are not there.

use fingerpost::Problem;

#[derive(Problem)]
enum ApiError {
    #[problem(404, "no post {ident}")]
    //~            ^^^^^^^^^^^^^^^^^
    NoPost { id: u64, blog: String },
    #[problem(409, "`{1}` is taken")]
    //~            ^^^^^^^^^^^^^^^^
    Taken(String),
    #[problem(410, "{}")]
    //~            ^^^^
    Gone(String),
    #[problem(403, "{name}")]
    //~            ^^^^^^^^
    Forbidden,
    #[problem(400, "{id.0} and {other")]
    //~            ^^^^^^^^^^^^^^^^^^^
    Bad { id: u64 },
}

fn main() {}
