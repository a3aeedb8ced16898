//! A prefix is a literal.

use fingerpost::{App, get, routes};

#[get("/a")]
fn a() {}

fn main() {
    let _ = App::new(routes![concat!("/api", "/v1") => a]);
//~                          ^^^^^^^^^^^^^^^^^^^^^^
}
