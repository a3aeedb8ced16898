//! A table below a prefix, in place.

use fingerpost::{App, get, routes};

#[get("/a")]
fn a() {}

fn main() {
    let _ = App::new(routes!["/api" => routes![a]]);
//~                                    ^^^^^^^^^^
}
