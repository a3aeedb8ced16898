//! A union cannot be a problem.

use fingerpost::Problem;

#[derive(Problem)]
union Either {
//~<^
    one: u8,
    other: i8,
}

fn main() {}
