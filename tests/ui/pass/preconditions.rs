//! Tags and times, of whatever they are made.
#![deny(warnings)]

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::SystemTime;

use fingerpost::{ETag, IfMatch, Json, Negotiated, Problem, Preconditions, Validators, get, put, route, routes};
use fingerpost::PreconditionFailed;

#[derive(Clone, serde::Serialize)]
struct Note {
    version: u64,
    tag: String,
    changed: SystemTime,
}

type Notes = Mutex<Note>;

fn locked(notes: &Notes) -> MutexGuard<'_, Note> {
    notes.lock().unwrap_or_else(PoisonError::into_inner)
}

#[get("/1", etag)]
fn a() -> &'static str {
    "a"
}
#[get("/2", etag = |note| note.version)]
fn b(notes: &Notes) -> Json<Note> {
    Json(locked(notes).clone())
}
#[get("/3", etag = |Json(Note { tag, .. })| tag, last_modified = |note| note.changed)]
async fn c(notes: &Notes) -> Result<Json<Note>, Problem> {
    Ok(Json(locked(notes).clone()))
}
#[route(GET | HEAD, "/4", status = 200, etag = |text| { let text: &str = text; ETag::weak(text.len()) },)]
async fn d() -> Option<String> {
    None
}
#[get("/5", last_modified = |_| Some(SystemTime::UNIX_EPOCH), header("Cache-Control" = "no-cache"))]
fn e() -> (ETag, &'static str) {
    (ETag::from(7_u8), "e")
}
#[get("/6", etag, blocking)]
fn f() -> Vec<u8> {
    Vec::new()
}
#[get("/7", etag, last_modified = |note| note.value)]
fn g() -> Negotiated<SystemTime, (Json<SystemTime>, Page)> {
    SystemTime::UNIX_EPOCH.into()
}
#[get("/8/{value}", etag = |value| value.0)]
fn value(value: u32) -> Json<u32> {
    Json(value)
}
#[get("/9", etag = |_| "v1")]
fn validators() -> impl fingerpost::Responder {
    "no name"
}
#[put("/2")]
fn put_b(text: String, if_match: IfMatch, notes: &Notes) -> Result<(ETag, ()), PreconditionFailed> {
    let mut note = locked(notes);
    if_match.check(ETag::from(note.version))?;
    *note = Note { version: note.version + 1, tag: text, changed: SystemTime::now() };
    Ok((note.version.into(), ()))
}
#[put("/3")]
async fn put_c(if_match: Option<IfMatch>, conditions: Preconditions, notes: &Notes) -> Result<(), Problem> {
    let note = locked(notes);
    conditions.check(Validators::from(ETag::from(note.version)).last_modified(note.changed))?;
    if let Some(if_match) = if_match {
        if_match.check(ETag::strong(&note.tag).ok())?;
    }
    Ok(())
}

struct Page;

impl From<SystemTime> for Page {
    fn from(_: SystemTime) -> Self {
        Self
    }
}

impl fingerpost::Responder for Page {
    fn respond(self, response: &mut fingerpost::Response) {
        *response.body_mut() = "a page".into();
    }
}

impl fingerpost::Representation for Page {
    const MEDIA_TYPE: &'static str = "text/html";
}

fn main() {
    let _ = fingerpost::App::new(routes![a, b, c, d, e, f, g, value, validators, put_b, put_c]);
}
