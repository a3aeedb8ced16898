//! Extension members with names that are taken, or none.

use fingerpost::Problem;

#[derive(Problem)]
enum ApiError {
    #[problem(422)]
    Reserved {
        #[problem(member)]
        //~       ^^^^^^
        status: u8,
    },
    #[problem(422)]
    Nameless(#[problem(member)] u8),
    //~                ^^^^^^
    #[problem(422)]
    Twice {
        #[problem(member)]
        field: u8,
        #[problem(member = "field")]
        //~       ^^^^^^
        other: u8,
    },
    #[problem(422, member = "field")]
    //~            ^^^^^^
    OnTheVariant { field: u8 },
}

fn main() {}
