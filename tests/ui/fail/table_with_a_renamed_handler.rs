//! A handler under another name.

use fingerpost::{App, get, routes};

#[get("/a")]
fn a() {}

fn main() {
    let _ = App::new(routes![a as b]);
    //~                        ^^
}
