//! An app does nothing by itself.
#![deny(unused_must_use)]

use fingerpost::{App, get, routes};

#[get("/")]
fn read() {}

fn main() {
    App::new(routes![read]);
    //~<^^^^^^^^^^^^^^^^^^^
}
