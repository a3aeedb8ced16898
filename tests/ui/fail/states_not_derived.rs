//! `.states` takes a struct that derives `States`.

use fingerpost::{App, get, routes};

struct Db(u64);

struct Shared {
    db: Db,
}

#[get("/")]
fn read(db: &Db) -> String {
    db.0.to_string()
}

fn main() {
    App::new(routes![read]).states(Shared { db: Db(5) }).run("127.0.0.1:8080").unwrap();
    //~                            ^^^^^^^^^^^^^^^^^^^^
}
