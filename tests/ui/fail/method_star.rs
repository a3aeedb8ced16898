//! Every method, by a star.

use fingerpost::{App, route, routes};

#[route("*", "/")]
//~     ^^^
fn home() -> &'static str {
    "home"
}

fn main() {
    let _ = App::new(routes![home]);
}
