//! Answers made of texts of the program, and of what the state holds.
#![deny(warnings)]

use fingerpost::{App, Json, get, routes};

struct Db {
    names: Vec<String>,
}

#[get("/names")]
fn names(db: &Db) -> Json<Vec<String>> {
    Json(db.names.clone())
}

#[get("/static")]
fn texts() -> Json<&'static [&'static str]> {
    Json(&["a", "b"])
}

#[get("/cow/{name}")]
fn cow(name: &str) -> std::borrow::Cow<'static, str> {
    name.to_owned().into()
}

#[get("/pair/{name}")]
fn pair(name: &str) -> (fingerpost::StatusCode, &'static str) {
    (fingerpost::StatusCode::OK, if name.is_empty() { "none" } else { "some" })
}

fn main() {
    let _ = App::new(routes![names, texts, cow, pair]).state(Db { names: Vec::new() });
}
