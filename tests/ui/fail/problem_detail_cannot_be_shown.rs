//! A field in the detail whose type has no `Display`.

use fingerpost::Problem;

struct Id(u64);

#[derive(Problem)]
#[problem(404, "no post {id}")]
struct NoPost {
    id: Id,
    //~ ^^
}

fn main() {}
