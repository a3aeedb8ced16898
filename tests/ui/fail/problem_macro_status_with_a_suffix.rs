//! A status of another integer type.

use fingerpost::{Problem, get, problem};

#[get("/")]
fn read() -> Problem {
    problem!(410_i32, "it was removed")
    //~      ^^^^^^^
}

fn main() {}
