//! actix has guards.

use fingerpost::{App, get, routes};

#[get("/", guard = "ok")]
//~        ^^^^^
fn home() -> &'static str {
    "home"
}

fn main() {
    let _ = App::new(routes![home]);
}
