//! Rocket names the argument of the body.

use fingerpost::{App, post, routes};

#[post("/", data = "<text>")]
//~         ^^^^
fn create(text: String) -> String {
    text
}

fn main() {
    let _ = App::new(routes![create]);
}
