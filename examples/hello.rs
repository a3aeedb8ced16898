//! Hello, world. `cargo run --example hello`, then `curl http://127.0.0.1:8080/`.
use fingerpost::{App, Error, get, routes};

#[get("/")]
fn hello() -> &'static str {
    "Hello, world!"
}

fn main() -> Result<(), Error> {
    let address = std::env::args().nth(1).unwrap_or_else(|| "127.0.0.1:8080".to_owned());
    App::new(routes![hello]).run(address)
}
