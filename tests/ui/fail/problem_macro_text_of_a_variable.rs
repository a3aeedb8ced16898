//! The text is a variable.

use fingerpost::{Problem, get, problem};

#[get("/posts/{id}")]
fn get_post(id: u64) -> Problem {
    let text = format!("no post {id}");
    problem!(404, text)
    //~           ^^^^
}

fn main() {}
