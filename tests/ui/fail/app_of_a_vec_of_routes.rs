//! Rocket mounts a list.

use fingerpost::{App, get, routes};

#[get("/")]
fn home() -> &'static str {
    "home"
}

fn main() {
    let _ = App::new(vec![routes![home]]).run("127.0.0.1:8080");
    //~              ^^^^^^^^^^^^^^^^^^^
}
