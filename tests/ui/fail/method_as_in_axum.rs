//! The path and the handler of axum in the attribute.

use fingerpost::{App, route, routes};

#[route("/a", get(a))]
//~           ^^^^^^
fn a() {}

fn main() {
    let _ = App::new(routes![a]);
}
