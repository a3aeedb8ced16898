//! `.state` gives the struct, `.states` its fields.

use fingerpost::{App, States, get, routes};

struct Db(u64);

#[derive(States)]
struct Shared {
    db: Db,
}

#[get("/")]
fn read(db: &Db) -> String {
    db.0.to_string()
}

fn main() {
    App::new(routes![read]).state(Shared { db: Db(5) }).run("127.0.0.1:8080").unwrap();
    //~                                                 ^^^
}
