//! What is given to an app is its own.

use fingerpost::{App, get, routes};

struct Db(u64);

#[get("/")]
fn read(db: &Db) -> String {
    db.0.to_string()
}

fn main() {
    let db = Db(5);
    App::new(routes![read]).state(&db).run("127.0.0.1:8080").unwrap();
    //~                                ^^^
}
