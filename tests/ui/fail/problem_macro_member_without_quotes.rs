//! An extension member as a field of a struct.

use fingerpost::{Problem, get, problem};

#[get("/")]
fn read() -> Problem {
    problem!(429, "slow down", limit: 60)
    //~                        ^^^^^
}

fn main() {}
