//! An attribute that is not imported, above the route.

use fingerpost::{App, get, routes};

#[instrument]
//~<^^^^^^^^
#[get("/")]
fn home() {}

fn main() {
    let _ = App::new(routes![home]);
}
// no help: the message is the compiler's own
