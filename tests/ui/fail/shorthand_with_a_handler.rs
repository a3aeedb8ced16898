//! The handler is the function below, and no argument.

use fingerpost::{App, get, routes};

#[get("/", home)]
//~        ^^^^
fn home() -> &'static str {
    "home"
}

fn main() {
    let _ = App::new(routes![home]);
}
