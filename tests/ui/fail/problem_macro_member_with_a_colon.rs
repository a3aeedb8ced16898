//! An extension member as in JSON.

use fingerpost::{Problem, get, problem};

#[get("/")]
fn home() -> Problem {
    problem!(429, "slow down", "limit": 60)
    //~                               ^
}

fn main() {}
