//! The status is only known when the program runs.

use fingerpost::{Problem, get, problem};

#[get("/posts/{id}")]
fn get_post(id: u64) -> Problem {
    let code = if id == 0 { 404 } else { 410 };
    problem!(code, "no post {id}")
    //~      ^^^^
}

fn main() {}
