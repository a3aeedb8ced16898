//! The app under test does not have what the handler takes.

use fingerpost::{App, get, routes};

struct Db(u64);

#[get("/")]
fn read(db: &Db) -> String {
    db.0.to_string()
}

fn main() {
    let _ = App::new(routes![read]).test();
    //~                             ^^^^
}
