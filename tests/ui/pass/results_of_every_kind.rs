//! Errors of the user's own in aliases and nested results.
#![deny(warnings)]

use fingerpost::{App, Json, NoContent, Problem, Redirect, StatusCode, get, post, problem, routes};

#[derive(Debug, thiserror::Error, Problem)]
enum Failure {
    #[error("no post {0}")]
    #[problem(404)]
    NoPost(u64),
    #[error("no")]
    #[problem(403)]
    No,
}

type Answer<T, E = Failure> = Result<T, E>;

#[get("/one/{id}")]
fn one(id: u64) -> Answer<Json<u64>> {
    if id == 0 { Err(Failure::No) } else { Err(Failure::NoPost(id)) }
}

#[get("/two")]
async fn two() -> Answer<Option<String>, Problem> {
    Ok(None)
}

#[post("/three")]
fn three() -> Result<NoContent, (StatusCode, String)> {
    Err((StatusCode::CONFLICT, "taken".into()))
}

#[get("/four")]
fn four() -> Result<Redirect, Failure> {
    Ok(Redirect::to("/one/1"))
}

#[get("/five")]
fn five() -> Result<String, Problem> {
    Err(problem!(418, "no {}, {:?}", 1, "a"))
}

#[get("/six")]
fn six() -> Result<std::convert::Infallible, Problem> {
    Err(problem!(410))
}

fn main() {
    let _ = App::new(routes![one, two, three, four, five]);
    drop(six());
}
