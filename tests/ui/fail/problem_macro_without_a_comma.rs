//! No comma between the status and the text.

use fingerpost::{Problem, get, problem};

#[get("/")]
fn home() -> Problem {
    problem!(404 "no such post")
    //~          ^^^^^^^^^^^^^^
}

fn main() {}
