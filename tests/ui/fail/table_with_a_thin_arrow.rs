//! The arrow of a prefix is `=>`.

use fingerpost::{App, get, routes};

#[get("/a")]
fn a() {}

fn main() {
    let _ = App::new(routes!["/api" -> a]);
    //~                             ^^
}
