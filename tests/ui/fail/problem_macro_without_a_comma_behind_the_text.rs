//! No comma between the text and what it is about.

use fingerpost::{Problem, get, problem};

#[get("/posts/{id}")]
fn get_post(id: u64) -> Problem {
    problem!(404, "no post {}" id)
    //~                        ^^
}

fn main() {}
