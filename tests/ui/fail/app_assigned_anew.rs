//! State added to an app that is declared before.

use fingerpost::{App, Error, get, routes};

struct Db;

#[get("/")]
fn home(_db: &Db) {}

fn main() -> Result<(), Error> {
    let mut app = App::new(routes![home]);
    app = app.state(Db);
    //~   ^^^^^^^^^^^^^
    app.run("127.0.0.1:8080")
}
