//! All methods but one.

use fingerpost::{App, route, routes};

#[route(!GET, "/a")]
//~     ^
fn a() {}

fn main() {
    let _ = App::new(routes![a]);
}
