//! A handler, and the table of another crate that has one for the same requests.

use fingerpost::{App, get, routes};
use fingerpost_tests::shelf;

#[get("/shelf/books/{number}")]
fn book(number: u64) -> String {
    number.to_string()
}

fn main() {
    let _ = App::new(routes![book, "/shelf" => shelf::table]);
    //~                                               ^^^^^
}
