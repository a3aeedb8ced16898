//! A result whose success never comes.

use fingerpost::{Problem, get};

#[get("/")]
fn gone() -> Result<!, Problem> {
//~                 ^
    Err(Problem::new(410))
}

fn main() {}
