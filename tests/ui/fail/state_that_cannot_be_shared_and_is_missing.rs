//! State that one thread keeps to itself, and an app that is run without it: two mistakes.

use std::cell::Cell;

use fingerpost::{App, Error, get, routes};

struct Hits(Cell<u64>);

#[get("/")]
fn count(hits: &Hits) -> String {
//~             ^^^^
    hits.0.get().to_string()
}

fn main() -> Result<(), Error> {
    App::new(routes![count]).run("127.0.0.1:8080")
    //~                      ^^^
}
