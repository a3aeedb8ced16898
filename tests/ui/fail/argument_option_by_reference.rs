//! An `Option` of state.

use fingerpost::{App, get, routes};

struct Db(u64);

#[get("/")]
fn read(db: Option<&Db>) -> String {
//~                ^^^
    db.map(|db| db.0.to_string()).unwrap_or_default()
}

fn main() {
    App::new(routes![read]).run("127.0.0.1:8080").unwrap();
}
