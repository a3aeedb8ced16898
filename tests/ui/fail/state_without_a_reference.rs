//! State is taken by `&`.

use fingerpost::{App, get, routes};

struct Db(u64);

#[get("/")]
fn read(db: Db) -> String {
//~         ^^
    db.0.to_string()
}

fn main() {
    App::new(routes![read]).state(Db(5)).run("127.0.0.1:8080").unwrap();
}
