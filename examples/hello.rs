//! Hello, world: `cargo run --example hello`, then `curl http://127.0.0.1:8080/`.
use fingerpost::{App, Error, get, routes};

#[get("/")]
fn hello() -> &'static str {
    "Hello, world!"
}

fn main() -> Result<(), Error> {
    App::new(routes![hello]).run(std::env::args().nth(1).unwrap_or("127.0.0.1:8080".into()))
}
