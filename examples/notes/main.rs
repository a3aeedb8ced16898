//! Notes: a small service on SQLite, laid out as a larger one would be.
//!
//! `cargo run --example notes -- 127.0.0.1:8080 notes.db`, then
//! `curl -i -H 'content-type: application/json' -d '{"title": "Milk"}' http://127.0.0.1:8080/api/notes`.

mod api;
#[cfg(test)]
mod conformance;
mod error;
mod note;
#[cfg(test)]
mod openapi;
mod store;
#[cfg(test)]
mod tests;

use fingerpost::openapi::Info;
use fingerpost::{App, BoxError, Error, Redirect, Service, get, routes};

use crate::store::Store;

/// Where there is something to see.
#[get("/", hidden)]
fn home() -> Redirect {
    Redirect::to(api::list::path(None, None))
}

/// What `main` runs and the tests call.
fn app(store: Store) -> Result<Service, Error> {
    App::new(routes![home, "/api" => api::table]).state(store).openapi(info()).docs("/docs").into_service()
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
    let store = Store::open(&file).map_err(|error| format!("cannot keep notes in {file}: {error}"))?;
    Ok(app(store)?.run(address)?)
}
