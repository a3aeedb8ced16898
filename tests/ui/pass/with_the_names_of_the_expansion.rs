//! The user's own items may be called as the items of the expansion are.
// in: usual 2018 2021
#![deny(warnings)]
#![allow(non_camel_case_types, clippy::must_use_candidate)]

use fingerpost::{App, Json, get, post, routes};

mod methods {}
mod check {}

pub struct Values(pub u64);
pub struct Table;
pub struct Linked;
pub struct Endpoint;
pub struct Asked;
pub struct Entry;
pub struct Conflict;
pub struct Proved(pub u64);
pub type location = u64;
pub const PARAMETERS: u64 = 7;
pub const ROUTE: u64 = 7;
pub const ENTRIES: u64 = 7;
pub const CONFLICT: u64 = 7;
pub const HEADERS: u64 = 7;
pub const DECLARED: u64 = 7;

#[get("/call/{id}?{conflict}")]
fn call(id: u64, conflict: Option<u64>, values: &Values, table: &Table, asked: &Asked) -> Json<location> {
    let _ = (table, asked);
    Json(id + conflict.unwrap_or(PARAMETERS) + values.0)
}

#[post("/link", status = 201, location = |value| call(id = value.0 + PARAMETERS + ROUTE + ENTRIES + CONFLICT, conflict = PARAMETERS))]
fn link(linked: &Linked, endpoint: &Endpoint, entry: &Entry, conflict: &Conflict) -> Json<location> {
    let _ = (linked, endpoint, entry, conflict);
    Json(7)
}

#[get("/mount/{parameters}")]
fn mount(parameters: u64, proved: &Proved) -> String {
    (parameters + proved.0).to_string()
}

#[get("/dispatch")]
fn dispatch() {}

#[get("/path/{path}")]
fn path(path: &str) -> String {
    path.to_owned()
}

#[post("/location", status = 201, location = path(path = "a"))]
fn location_of_path() {}

#[get("/new")]
fn new() {}

#[get("/conflict")]
fn conflict() {}

#[post("/declared", status = 201, header("X-Kind" = "declared"), location = call(id = HEADERS + DECLARED))]
fn declared() {}

routes! { pub entries = [mount, dispatch, path, location_of_path] }

fn main() {
    let _ = (Table, Linked, Endpoint, Asked, Entry, Conflict, Proved(7), Values(7));
    let _ = (path::path("a"), path("a"), declared(), call::path(7, None), new::path());
    let _ = App::new(routes![call, link, "/entries" => entries, new, conflict, declared]);
}
