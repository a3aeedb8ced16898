//! The prefix stands before the arrow.

use fingerpost::{App, get, routes};

#[get("/a")]
fn a() {}

fn main() {
    let _ = App::new(routes![a => "/api"]);
//~                          ^^^
}
