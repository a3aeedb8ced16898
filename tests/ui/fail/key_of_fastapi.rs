//! FastAPI names the type of the answer.

use fingerpost::{App, get, routes};

#[get("/", response_model = String)]
//~        ^^^^^^^^^^^^^^
fn home() -> &'static str {
    "home"
}

fn main() {
    let _ = App::new(routes![home]);
}
