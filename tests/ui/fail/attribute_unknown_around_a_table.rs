//! An attribute that is not imported, on the function that makes the app.

use fingerpost::{App, get, routes};

#[get("/")]
fn home() {}

#[launch]
//~<^^^^
fn app() {
    let _ = App::new(routes![home]);
}

fn main() {
    app();
}
// no help: the message is the compiler's own
