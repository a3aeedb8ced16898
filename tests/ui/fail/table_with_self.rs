//! `self` is no handler.

use fingerpost::{App, routes};

fn main() {
    let _ = App::new(routes![self]);
    //~                      ^^^^
}
