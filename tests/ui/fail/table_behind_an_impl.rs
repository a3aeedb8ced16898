//! A function that hides which table it returns.

use fingerpost::{App, Error, Table, get, routes};

#[get("/")]
fn home() {}

fn table() -> impl Table {
    routes![home]
}

fn main() -> Result<(), Error> {
    App::new(table()).run("127.0.0.1:8080")
    //~               ^^^
}
