//! One mistake is one error: all that uses the type goes on working.

use fingerpost::{Problem, Responder, Response};

#[derive(Problem)]
enum ApiError {
    #[problem(999)]
    //~       ^^^
    NoPost,
    #[problem(500)]
    Disk(#[from] std::io::Error),
}

fn read() -> Result<String, ApiError> {
    Ok(std::fs::read_to_string("/etc/motd")?)
}

fn both() -> Result<String, Problem> {
    Ok(read()?)
}

fn respond(response: &mut Response) {
    ApiError::NoPost.respond(response);
}

fn main() {}
