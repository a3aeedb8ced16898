//! Rocket ranks its routes.

use fingerpost::{App, get, routes};

#[get("/", rank = 2)]
//~        ^^^^
fn home() {}

fn main() {
    let _ = App::new(routes![home]);
}
