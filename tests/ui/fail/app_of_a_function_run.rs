//! A table is made by `routes!`, and the app is run.

use fingerpost::{App, Error, get, routes};

#[get("/")]
fn home() -> &'static str {
    "home"
}

fn main() -> Result<(), Error> {
    let _ = routes![home];
    App::new(home).run("127.0.0.1:8080")
    //~      ^^^^
}
