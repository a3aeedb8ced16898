//! Methods with two bars.

use fingerpost::{App, route, routes};

#[route(GET || POST, "/a")]
//~          ^
fn a() {}

fn main() {
    let _ = App::new(routes![a]);
}
