//! Dots in a prefix.

use fingerpost::{App, get, routes};

#[get("/a")]
fn a() {}

fn main() {
    let _ = App::new(routes!["/../x" => a]);
    //~                      ^^^^^^^
}
