//! Two tables that nest each other, and an app of them that is run.

use fingerpost::{App, Error, get, routes};

#[get("/a")]
fn a() {}

routes! { pub one = [a, "/two" => two] }
//~           ^^^
routes! { pub two = ["/one" => one] }

fn main() -> Result<(), Error> {
    App::new(one).run("127.0.0.1:8080")
}
// no help: the message is the compiler's own
