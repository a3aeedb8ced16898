//! `run` has its own runtime.

use fingerpost::{App, Error, get, routes};

#[get("/")]
fn home() {}

async fn serve() -> Result<(), Error> {
    App::new(routes![home]).run("127.0.0.1:8080").await
    //~                                           ^^^^^
}

fn main() {
    drop(serve());
}
