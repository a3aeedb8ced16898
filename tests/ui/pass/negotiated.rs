//! Representations and bodies of several media types, wherever they may stand.
#![deny(warnings)]

use fingerpost::bytes::Bytes;
use fingerpost::{
    Created, Either, EitherRejection, Form, FormRejection, Html, Json, JsonRejection, Negotiated, OrFirst, OrRefuse,
    Problem, get, patch, post, put, routes,
};
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
struct Note {
    text: String,
}

impl From<Note> for Html<String> {
    fn from(note: Note) -> Self {
        Self(note.text)
    }
}

impl From<Note> for String {
    fn from(note: Note) -> Self {
        note.text
    }
}

type Kinds = (Json<Note>, Html<String>, String);
type Answer<E = OrRefuse> = Negotiated<Note, Kinds, E>;

fn note() -> Note {
    Note { text: String::new() }
}

#[get("/1")]
fn a() -> Negotiated<Note, (Json<Note>, Html<String>)> {
    note().into()
}
#[get("/2", status = 203, header("Vary" = "cookie"))]
async fn b() -> Result<Negotiated<Note, Kinds, OrFirst>, Problem> {
    Ok(Negotiated::new(note()))
}
#[get("/3/{name}?{page}")]
fn c(name: &str, page: Option<u8>, state: &String) -> Option<([(&'static str, &'static str); 1], Answer)> {
    let _ = (name, page, state);
    None
}
#[post("/4", blocking)]
fn d(Json(note): Json<Note>) -> Created<Answer<OrFirst>> {
    Created::at("/4", note.into())
}
#[post("/5")]
fn e(body: Either<Json<Note>, Form<Note>>) -> Answer {
    body.into_inner().into()
}
#[put("/6")]
async fn f(body: Either<Form<Note>, Either<Json<Note>, Bytes>>) -> Box<Answer> {
    drop(body);
    Box::new(note().into())
}
#[patch("/7", body_limit = "1 KiB")]
fn g(body: Option<Either<Json<Note>, Form<Note>>>) {
    drop(body);
}
#[post("/8")]
fn h(body: Result<Either<Json<Note>, Form<Note>>, EitherRejection<JsonRejection, FormRejection>>) -> String {
    body.map_or_else(|rejection| rejection.to_string(), |body| body.into_inner().text)
}

fn main() {
    let _ = fingerpost::App::new(routes![a, b, c, d, e, f, g, h]).state(String::new());
}
