//! Method and path stand on the handler.

use fingerpost::{App, get, routes};

#[get("/posts")]
fn list() {}

fn main() {
    let _ = App::new(routes![GET "/posts" => list]);
    //~                      ^^^
}
