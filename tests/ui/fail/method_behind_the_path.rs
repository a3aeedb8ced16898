//! The method behind the path, as other frameworks have it.

use fingerpost::{App, route, routes};

#[route("/posts", GET | HEAD)]
//~               ^^^^^^^^^^
fn list() -> &'static str {
    "posts"
}

fn main() {
    let _ = App::new(routes![list]);
}
