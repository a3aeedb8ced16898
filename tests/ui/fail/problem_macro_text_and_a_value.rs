//! A text without its status, and what it is about.

use fingerpost::{Problem, get, problem};

#[get("/{id}")]
fn home(id: u64) -> Problem {
    problem!("no post {}", id)
    //~<^^^^^^^^^^^^^^^^^^^^^^
}

fn main() {}
