//! crate without a value.

use fingerpost::{App, get, routes};

#[get("/a", crate)]
//~         ^^^^^
fn a() {}

fn main() {
    let _ = App::new(routes![a]);
}
