//! A problem of which nothing is said.

use fingerpost::{Problem, get, problem};

#[get("/")]
fn home() -> Problem {
    problem!()
    //~<^^^^^^
}

fn main() {}
