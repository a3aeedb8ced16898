//! `State<T>` needs the `T`, and the app has none.

use std::sync::Arc;

use fingerpost::{App, State, get, routes};

struct Db(u64);

#[get("/")]
fn read(State(db): State<Arc<Db>>) -> String {
    db.0.to_string()
}

fn main() {
    App::new(routes![read]).state(Db(5)).run("127.0.0.1:8080").unwrap();
    //~                                  ^^^
}
