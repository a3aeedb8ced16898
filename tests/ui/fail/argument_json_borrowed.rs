//! The body is taken by value.

use fingerpost::{App, Json, post, routes};

#[post("/")]
fn create(body: &Json<u64>) -> String {
//~             ^^^^^^^^^^
    body.0.to_string()
}

fn main() {
    App::new(routes![create]).run("127.0.0.1:8080").unwrap();
}
