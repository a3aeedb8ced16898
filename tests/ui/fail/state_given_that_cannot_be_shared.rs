//! An `Rc` belongs to one thread.

use std::rc::Rc;

use fingerpost::{App, get, routes};

#[get("/")]
fn read() {}

fn main() {
    App::new(routes![read]).state(Rc::new(7_u64)).run("127.0.0.1:8080").unwrap();
    //~                           ^^^^^^^^^^^^^^
}
