//! The method stands on the handler.

use fingerpost::{App, get, routes};

#[get("/")]
fn home() {}

fn main() {
    let _ = App::new(routes![GET home]);
    //~                      ^^^
}
