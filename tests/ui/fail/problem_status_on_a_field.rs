//! The status above the field, not above the variant.

use fingerpost::Problem;

#[derive(Problem)]
enum Refused {
    NoPost(#[problem(404)] u64),
    //~              ^^^
}

fn main() {
    let _ = Refused::NoPost(7);
}
