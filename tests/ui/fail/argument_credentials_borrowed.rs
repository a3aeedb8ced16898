//! Credentials are read for each request: they are no state.

use fingerpost::{App, Bearer, get, routes};

#[get("/")]
fn read(token: &Bearer) -> String {
    //~         ^^^^^^
    token.0.clone()
}

fn main() {
    App::new(routes![read]).run("127.0.0.1:8080").unwrap();
}
