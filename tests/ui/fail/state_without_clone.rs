//! axum's `State`, of a type that is not cloned.

use fingerpost::{App, State, get, routes};

struct Db(u64);

#[get("/")]
fn read(State(db): State<Db>) -> String {
//~                      ^^
    db.0.to_string()
}

fn main() {
    App::new(routes![read]).state(Db(5)).run("127.0.0.1:8080").unwrap();
}
