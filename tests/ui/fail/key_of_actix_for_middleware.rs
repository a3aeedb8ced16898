//! actix-web wraps single handlers.

use fingerpost::{App, get, routes};

#[get("/posts", wrap = "Logger")]
//~             ^^^^
fn list() -> String {
    String::new()
}

fn main() {
    let _ = App::new(routes![list]);
}
