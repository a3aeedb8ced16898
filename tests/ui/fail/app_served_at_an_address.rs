//! `serve` takes a listener.

use fingerpost::{App, Error, get, routes};

#[get("/")]
fn home() {}

async fn serve() -> Result<(), Error> {
    App::new(routes![home]).serve("127.0.0.1:8080").await
    //~                           ^^^^^^^^^^^^^^^^
}

fn main() {
    drop(serve());
}
// no help: the message is the compiler's own
