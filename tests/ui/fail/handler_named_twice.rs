//! Two handlers of one name, for two methods.

use fingerpost::{App, get, post, routes};

#[get("/a")]
fn a() {}

#[post("/a")]
fn a() {}
//~<^^

fn main() {
    let _ = App::new(routes![a]);
}
// no help: the message is the compiler's own
