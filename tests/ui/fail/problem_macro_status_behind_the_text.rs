//! The status stands behind the text.

use fingerpost::{Problem, get, problem};

#[get("/")]
fn home() -> Problem {
    problem!("no such post", 410)
    //~      ^^^^^^^^^^^^^^
}

fn main() {}
