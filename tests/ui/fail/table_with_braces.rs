//! A table in braces, as a value.

use fingerpost::{App, get, routes};

#[get("/")]
fn home() -> &'static str {
    "home"
}

fn main() {
    let _ = App::new(routes![{ home }]);
    //~                      ^^^^^^^^
}
