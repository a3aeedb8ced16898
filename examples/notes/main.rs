//! Notes: a small service on SQLite, laid out as a larger one would be.
//!
//! `NOTES_TOKEN=milk-and-bread cargo run --example notes -- 127.0.0.1:8080 notes.db`, then
//! `curl -i -H 'authorization: Bearer milk-and-bread' --json '{"title": "Milk"}' http://127.0.0.1:8080/api/notes`.

mod api;
#[cfg(test)]
mod conformance;
mod editor;
mod error;
mod limit;
mod note;
#[cfg(test)]
mod openapi;
mod store;
#[cfg(test)]
mod tests;
mod text;

use fingerpost::openapi::Info;
use fingerpost::{App, BoxError, NoState, Redirect, Secret, get, routes};

use crate::store::Store;

// Every route in here asks for credentials, or says that it is `public`.
routes! { auth = required, table = [home, "/api" => api::table] }

/// Where there is something to see.
#[get("/", hidden, public)]
fn home() -> Redirect {
    Redirect::to(api::list::path(None, None))
}

/// The app and its state.
type Notes = App<table, (Secret, (Store, NoState))>;

/// What `main` runs; the tests run it with shorter times and less room.
fn app(store: Store, token: &str) -> Notes {
    App::new(table).state(store).state(Secret::new(token)).openapi(info()).docs("/docs")
}

/// What the API's document says besides its routes.
fn info() -> Info {
    Info::new("Notes", env!("CARGO_PKG_VERSION"))
        .description("Small texts, each with a title of its own.")
        .tag("notes", "What is kept here.")
}

fn main() -> Result<(), BoxError> {
    let mut arguments = std::env::args().skip(1);
    let address = arguments.next().unwrap_or_else(|| "127.0.0.1:8080".to_owned());
    let file = arguments.next().unwrap_or_else(|| "notes.db".to_owned());
    let token = std::env::var("NOTES_TOKEN").map_err(|_| "set NOTES_TOKEN: who has it may change notes")?;
    let store = Store::open(&file).map_err(|error| format!("cannot keep notes in {file}: {error}"))?;
    Ok(app(store, &token).run(address)?)
}
