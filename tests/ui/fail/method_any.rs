//! Every method, as axum's `any`.

use fingerpost::{App, route, routes};

#[route(ANY, "/")]
//~     ^^^
fn home() -> &'static str {
    "home"
}

fn main() {
    let _ = App::new(routes![home]);
}
