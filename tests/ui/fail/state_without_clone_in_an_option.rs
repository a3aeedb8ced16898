//! The clone is asked of what the `Option` holds.

use fingerpost::{App, State, get, routes};

struct Db(u64);

#[get("/")]
fn read(db: Option<State<Db>>) -> String {
//~                      ^^
    db.map(|db| db.0.0.to_string()).unwrap_or_default()
}

fn main() {
    App::new(routes![read]).state(Db(5)).run("127.0.0.1:8080").unwrap();
}
