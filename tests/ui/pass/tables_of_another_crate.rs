//! A handler and a table of another crate, below prefixes of this one.
// in: reexported
#![deny(warnings)]

use facade::web::{App, get, post, routes};

#[get("/latest", crate = facade::web)]
fn latest() {}

#[post("/", status = 201, location = facade::latest(), crate = facade::web)]
fn create() {}

fn main() {
    let _ = App::new(routes![crate = facade::web, latest, create, "/news" => facade::table, "/old" => facade::latest]);
    let _ = facade::latest::path();
}
