//! `get(a)` without its path.

use fingerpost::{App, get, routes};

#[get("/a")]
fn a() {}

fn main() {
    let _ = App::new(routes![get(a)]);
    //~                      ^^^
}
