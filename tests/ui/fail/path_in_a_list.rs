//! Two paths in a list.

use fingerpost::{App, get, routes};

#[get(["/a", "/b"])]
//~   ^^^^^^^^^^^^
fn a() {}

fn main() {
    let _ = App::new(routes![a]);
}
