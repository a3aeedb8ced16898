//! A prefix in single quotes.

use fingerpost::{App, get, routes};

#[get("/a")]
fn a() {}

fn main() {
    let _ = App::new(routes!['/' => a]);
    //~                      ^^^
}
