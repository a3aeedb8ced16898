//! Handlers and a table of another crate, below prefixes of this one, and a link to one of them.
#![deny(warnings)]

use fingerpost::{App, post, routes};
use fingerpost_tests::shelf::{self, Books, get_book};

#[post("/", status = 201, location = get_book(index = 7))]
fn create() {}

fn main() {
    let _ = App::new(routes![create, "/shelf" => shelf::table, "/old" => shelf::count]).state(Books(Vec::new()));
    let _ = get_book::path(7);
}
