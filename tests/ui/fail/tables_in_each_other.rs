//! Two tables that nest each other.

use fingerpost::{get, routes};

#[get("/a")]
fn a() {}

routes! { pub one = [a, "/two" => two] }
//~           ^^^
routes! { pub two = ["/one" => one] }

fn main() {
    let _ = fingerpost::App::new(one);
}
// no help: the message is the compiler's own
