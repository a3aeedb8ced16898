//! crate as text.

use fingerpost::{App, get, routes};

#[get("/a", crate = "fingerpost")]
//~                 ^^^^^^^^^^^^
fn a() {}

fn main() {
    let _ = App::new(routes![a]);
}
