//! Tags, preconditions, credentials, negotiation, the end of an operation, problems and the client, all at once.
// in: usual 2021 2018
#![deny(warnings)]
#![no_implicit_prelude]

extern crate std as library;

use ::fingerpost::{
    App, Bearer, ETag, Either, Form, Html, IfMatch, Json, Negotiated, PreconditionFailed, Problem, States, get,
    post, put, route, routes,
};
use ::library::clone::Clone;
use ::library::convert::From;
use ::library::result::Result;
use ::library::result::Result::{Err, Ok};
use ::library::string::String;
use ::serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Clone)]
struct Note {
    version: u64,
    text: String,
}

impl From<Note> for Html<String> {
    fn from(note: Note) -> Self {
        Html(note.text)
    }
}

#[derive(States)]
struct Shared {
    note: Note,
}

#[derive(Problem)]
enum Error {
    #[problem(404, "no note {id}")]
    NoNote { id: u64 },
    #[problem(transparent)]
    Old(#[from] PreconditionFailed),
}

#[get("/notes/{id}", etag = |note| note.version, public)]
fn r#get(id: u64, note: &Note) -> Result<Json<Note>, Error> {
    if id == 0 { Err(Error::NoNote { id }) } else { Ok(Json(Clone::clone(note))) }
}

#[put("/notes/{id}")]
fn r#put(
    id: u64,
    _token: Bearer,
    if_match: IfMatch,
    Json(new): Json<Note>,
) -> Result<(ETag, Json<Note>), Error> {
    if_match.check(ETag::from(id))?;
    Ok((ETag::from(new.version), Json(new)))
}

#[post("/notes", status = 201, location = |note| r#get(id = note.version), public)]
async fn create(new: Either<Json<Note>, Form<Note>>) -> Json<Note> {
    Json(new.into_inner())
}

#[route(GET | HEAD, "/page", public, deprecated = "2026-01-31", sunset = "2027-01-31", successor = r#get(id = 7))]
fn page(note: &Note) -> Negotiated<Note, (Json<Note>, Html<String>)> {
    Negotiated::new(Clone::clone(note))
}

routes! { auth = required, table = [r#get, r#put, create, page] }

fn main() {
    let note = Note { version: 1, text: String::new() };
    let client = App::new(routes!["/api" => table]).states(Shared { note }).test();
    ::library::mem::drop(client.call(r#get::request(7)));
    let new = Note { version: 2, text: String::new() };
    ::library::mem::drop(client.call(create::request(Either::Left(new))));
}
