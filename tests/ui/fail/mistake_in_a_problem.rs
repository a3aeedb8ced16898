//! A mistake in a problem type, and all that others do with it.

use fingerpost::{App, Problem, get, routes};

#[derive(Debug, Problem)]
pub enum PostError {
    #[problem(404, "no post {id}")]
    NoPost { id: u64 },
    #[problem(600, "out of paper")]
    //~       ^^^
    Paper,
    #[problem(500)]
    Disk(#[from] std::io::Error),
    #[problem(400)]
    Number(#[from] std::num::ParseIntError),
}

fn load(id: &str) -> Result<u64, PostError> {
    let id: u64 = id.parse()?;
    std::fs::read("posts")?;
    if id == 0 { Err(PostError::Paper) } else { Ok(id) }
}

#[get("/{id}")]
fn read(id: &str) -> Result<String, PostError> {
    let number = load(id)?;
    if number > 7 {
        return Err(PostError::NoPost { id: number });
    }
    Ok(number.to_string())
}

#[get("/")]
fn first() -> Result<String, Problem> {
    let number = load("1")?;
    let problem: Problem = PostError::Paper.into();
    if number > 7 { Err(problem) } else { Ok(String::new()) }
}

fn main() {
    let _ = App::new(routes![read, first]).run("127.0.0.1:8080");
}
