//! Two values of one type: which does a handler get?

use fingerpost::{App, get, routes};

struct Db(u64);

#[get("/")]
fn read(db: &Db) -> String {
    db.0.to_string()
}

fn main() {
    App::new(routes![read]).state(Db(5)).state(Db(6)).run("127.0.0.1:8080").unwrap();
    //~                                               ^^^
}
// no help: the message is the compiler's own
