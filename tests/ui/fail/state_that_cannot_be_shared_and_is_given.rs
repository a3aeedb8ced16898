//! The same, given to the app: what the handler asks for can be no state, and neither can what is given.

use std::cell::Cell;

use fingerpost::{App, Error, get, routes};

struct Hits(Cell<u64>);

#[get("/")]
fn count(hits: &Hits) -> String {
//~             ^^^^
    hits.0.get().to_string()
}

fn main() -> Result<(), Error> {
    App::new(routes![count]).state(Hits(Cell::new(0))).run("127.0.0.1:8080")
    //~                            ^^^^^^^^^^^^^^^^^^
}
