//! What looks like a mistake that the compiler names, and is none.
#![deny(warnings)]
#![allow(clippy::elidable_lifetime_names, clippy::needless_lifetimes, mismatched_lifetime_syntaxes)]

use std::convert::Infallible;
use std::sync::Arc;

use fingerpost::{App, Json, OrProblem, Problem, get, post, routes};
use serde::Serialize;

struct Db(Vec<String>);

#[derive(Serialize)]
struct Titles<'a> {
    first: &'a str,
}

/// An answer may borrow from state, which outlives the request.
#[get("/1")]
fn named<'a>(db: &'a Db) -> Json<Titles<'a>> {
    Json(Titles { first: &db.0[0] })
}
#[get("/2")]
fn elided(db: &Db) -> Result<Json<Vec<Titles<'_>>>, Problem> {
    Ok(Json(db.0.iter().map(|first| Titles { first }).collect()))
}
#[get("/3")]
fn hidden(db: &Db) -> Json<Titles> {
    Json(Titles { first: &db.0[0] })
}
#[get("/4")]
fn by_reference(db: &Db) -> Json<&Vec<String>> {
    Json(&db.0)
}

/// An error that never happens has no status to say, and a boxed one has that of what is in the box.
#[get("/5")]
fn never() -> Result<&'static str, Infallible> {
    Ok("never")
}
#[get("/6")]
fn boxed() -> Result<String, Box<Problem>> {
    std::fs::read_to_string("/nowhere").or_500().map_err(Box::new)
}

/// Types of one's own with the names of extractors are state like any other.
mod own {
    pub struct State<T>(pub T);
    pub struct Query<T>(pub T);
    pub type Result<T> = std::result::Result<T, fingerpost::Problem>;
}

#[get("/7")]
fn own_names(state: &own::State<u8>, query: &own::Query<u8>) -> own::Result<String> {
    Ok(format!("{} {}", state.0, query.0))
}
#[post("/8")]
fn optional_state(state: Option<fingerpost::State<Arc<u8>>>) -> String {
    format!("{state:?}")
}
#[get("/9", blocking)]
fn blocking_opaque() -> impl fingerpost::Responder {
    "opaque"
}

fn main() {
    let _ = App::new(routes![
        named, elided, hidden, by_reference, never, boxed, own_names, optional_state, blocking_opaque
    ])
    .state(Db(vec![String::new()]))
    .state(own::State(7))
    .state(own::Query(7))
    .state(Arc::new(7))
    .test();
}
