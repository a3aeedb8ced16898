//! What is in the request is no state.

use fingerpost::{App, HeaderMap, get, routes};

#[get("/")]
fn read(headers: &HeaderMap) -> String {
    headers.len().to_string()
}

fn main() {
    App::new(routes![read]).run("127.0.0.1:8080").unwrap();
    //~                     ^^^
}
