//! The text has a key.

use fingerpost::{Problem, get, problem};

#[get("/")]
fn home() -> Problem {
    problem!(404, detail = "no such post")
    //~           ^^^^^^
}

fn main() {}
