//! Names of the field as the user's own.
#![deny(warnings)]
#![allow(dead_code)]

use fingerpost::{App, get, routes};

struct Table;
struct State;
struct Json;
struct Path;
struct Query;
struct Endpoint;
struct Asked;
struct RouteInfo;
struct Response;
mod http {}
mod serde {}
mod tokio {}
fn routes() {}
fn get() {}

#[get("/{id}")]
fn read(id: u64, _state: &State, _table: &Table) -> String {
    id.to_string()
}

fn main() {
    let _ = App::new(routes![read]).state(State).state(Table);
    let _ = (routes, get, Json, Path, Query, Endpoint, Asked, RouteInfo, Response);
}
