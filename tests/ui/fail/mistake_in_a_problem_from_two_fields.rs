//! An error made by `?` has one field, and the rest of the program uses `?` all the same.

use fingerpost::{Problem, get};

#[derive(Debug, Problem)]
pub enum PostError {
    #[problem(500)]
    Disk { #[from] source: std::io::Error, path: String },
    //~    ^^^^^^^
}

#[get("/")]
fn read() -> Result<Vec<u8>, PostError> {
    let posts = std::fs::read("posts")?;
    Ok(posts)
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]).test();
}
