//! The text is formatted before.

use fingerpost::{Problem, get, problem};

#[get("/posts/{id}")]
fn get_post(id: u64) -> Problem {
    problem!(404, format!("no post {id}"))
    //~           ^^^^^^^^^^^^^^^^^^^^^^^
}

fn main() {}
