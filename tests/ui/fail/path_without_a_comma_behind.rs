//! No comma between the path and the first key.

use fingerpost::{App, post, routes};

#[post("/posts" status = 201)]
//~             ^^^^^^
fn create() -> &'static str {
    "made"
}

fn main() {
    let _ = App::new(routes![create]);
}
