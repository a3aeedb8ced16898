//! A tuple is no table, whatever is done with the app then.

use fingerpost::{App, Error, get, routes};

struct Db;

#[get("/")]
fn home(_db: &Db) {}

#[get("/about")]
fn about() {}

fn main() -> Result<(), Error> {
    App::new((routes![home], routes![about])).state(Db).body_limit(7).run("127.0.0.1:8080")
    //~      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
}
