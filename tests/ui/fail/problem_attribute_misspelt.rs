//! `#[problem]` misspelt.

use fingerpost::Problem;

#[derive(Problem)]
enum Refused {
    #[problm(404)]
    //~<^^^^
    NoPost,
    #[problem(409)]
    Taken,
}

fn main() {
    let _ = (Refused::NoPost, Refused::Taken);
}
