//! A route by a method of the app, as axum and actix have it.

use fingerpost::{App, get, routes};

#[get("/")]
fn home() -> &'static str {
    "home"
}

fn main() {
    let _ = App::new(routes![home]).route("/", home).run("127.0.0.1:8080");
    //~                             ^^^^^
}
// no help: the message is the compiler's own
