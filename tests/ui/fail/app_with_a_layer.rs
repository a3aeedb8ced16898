//! A layer as in axum.

use fingerpost::{App, Error, get, routes};

#[get("/")]
fn home() {}

fn main() -> Result<(), Error> {
    App::new(routes![home]).layer(()).run("127.0.0.1:8080")
    //~                     ^^^^^
}
// no help: the message is the compiler's own
