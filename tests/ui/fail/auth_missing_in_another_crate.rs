//! A table of another crate says nothing of who may call its handlers.

use fingerpost::{App, routes};
use fingerpost_tests::shelf::{self, Books};

fn main() {
    let _ = App::new(routes![auth = required, "/shelf" => shelf::table]).state(Books(Vec::new()));
    //~                                                          ^^^^^
}
