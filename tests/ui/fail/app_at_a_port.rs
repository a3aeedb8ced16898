//! A port is not an address.

use fingerpost::{App, get, routes};

#[get("/")]
fn read() {}

fn main() {
    App::new(routes![read]).run(8080).unwrap();
    //~                         ^^^^
}
// no help: the message is the standard library's own
