//! A text without its status.

use fingerpost::{Problem, get, problem};

#[get("/")]
fn home() -> Problem {
    problem!("no such post")
 //~^^^^^^^^^^^^^^^^^^^^^^^^
}

fn main() {}
