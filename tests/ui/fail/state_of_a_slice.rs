//! A slice is a part of something else.

use fingerpost::{App, get, routes};

#[get("/")]
fn read(names: &[String]) -> String {
//~             ^^^^^^^^
    names.join(", ")
}

fn main() {
    App::new(routes![read]).state(vec![String::new()]).run("127.0.0.1:8080").unwrap();
}
