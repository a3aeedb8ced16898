//! Flask names the methods behind the path.

use fingerpost::{App, route, routes};

#[route("/x", methods = ["GET", "POST"])]
//~           ^^^^^^^
fn home() -> &'static str {
    "home"
}

fn main() {
    let _ = App::new(routes![home]);
}
