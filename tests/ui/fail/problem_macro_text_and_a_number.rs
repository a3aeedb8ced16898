//! A text without its status, and a number that it is about.

use fingerpost::{Problem, get, problem};

#[get("/")]
fn home() -> Problem {
    problem!("no post {}", 7)
    //~      ^^^^^^^^^^^^
}

fn main() {}
