//! A semicolon behind the demand, as in an array of many.

use fingerpost::{App, get, routes};

#[get("/", public)]
fn home() {}

fn main() {
    let _ = App::new(routes![auth = required; home]);
    //~                                     ^
}
