//! Two routes, one by `cfg_attr`.

use fingerpost::{App, get, routes};

#[get("/a")]
#[cfg_attr(all(), get("/b"))]
//~<^^^^^^^^^^^^^^^^^^^^^^^^^
fn a() {}

fn main() {
    let _ = App::new(routes![a]);
}
