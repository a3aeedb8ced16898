//! A handler, and the table of another crate that has one for the same requests.
// in: reexported

use facade::web::{App, get, routes};

#[get("/news/latest", crate = facade::web)]
fn latest() {}

fn main() {
    let _ = App::new(routes![crate = facade::web, latest, "/news" => facade::table]);
    //~                                                                      ^^^^^
}
