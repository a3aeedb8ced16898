//! `problem!` proves its status and its members while compiling.

use fingerpost::{Problem, problem};

fn success() -> Problem {
    problem!(200, "fine")
    //~<^^^^^^^^^^^^^^^^^
}

fn text() -> Problem {
    problem!("404", "no post")
    //~<^^^^^^^^^^^^^^^^^^^^^^
}

fn reserved() -> Problem {
    problem!(409, "taken", "status" = "taken")
    //~<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
}

fn main() {}
