//! Extension members as a JSON object.

use fingerpost::{Problem, get, problem};

#[get("/")]
fn home() -> Problem {
    problem!(429, { "limit": 60 })
    //~           ^^^^^^^^^^^^^^^
}

fn main() {}
