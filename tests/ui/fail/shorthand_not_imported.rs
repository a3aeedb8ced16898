//! The attribute is not imported.

use fingerpost::{App, routes};

#[get("/")]
//~<^^
fn home() {}

fn main() {
    let _ = App::new(routes![home]);
}
// no help: the message is the compiler's own
