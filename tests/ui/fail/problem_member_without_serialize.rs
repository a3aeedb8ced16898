//! A member is written by serde.

use fingerpost::Problem;

struct Field(String);

#[derive(Problem)]
#[problem(422, "not valid")]
struct Invalid {
    #[problem(member)]
    field: Field,
    //~<^^^^^^^^
}

fn main() {}
