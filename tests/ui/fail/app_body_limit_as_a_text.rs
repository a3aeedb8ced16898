//! The app's limit as an attribute has it.

use fingerpost::{App, post, routes};

#[post("/")]
fn create(body: String) -> String {
    body
}

fn main() {
    let _ = App::new(routes![create]).body_limit("1 MB");
    //~                                          ^^^^^^
}
