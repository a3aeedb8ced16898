//! A brace, and nothing that stands in it.

use fingerpost::{Problem, get, problem};

#[get("/posts/{id}")]
fn get_post(id: u64) -> Problem {
    let _ = id;
    problem!(404, "no post {}")
    //~           ^^^^^^^^^^^^
}

fn main() {}
