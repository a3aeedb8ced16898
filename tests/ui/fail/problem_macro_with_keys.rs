//! The parts of a problem by keys, as attributes of other frameworks have them.

use fingerpost::{Problem, get, problem};

#[get("/")]
fn home() -> Problem {
    problem!(status = 404, detail = "no such post")
    //~      ^^^^^^
}

fn main() {}
