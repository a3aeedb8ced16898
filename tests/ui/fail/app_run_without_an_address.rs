//! An app is run at an address.

use fingerpost::{App, get, routes};

#[get("/")]
fn read() {}

fn main() {
    App::new(routes![read]).run(8080).unwrap();
    //~                         ^^^^
}
