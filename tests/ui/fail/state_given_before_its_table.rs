//! `routes!` has no state: the app has.

use fingerpost::{App, get, routes};

struct Db;

#[get("/")]
fn home(_db: &Db) {}

fn main() {
    let _ = App::new(routes![home].state(Db));
    //~                            ^^^^^
}
// no help: the message is the compiler's own
