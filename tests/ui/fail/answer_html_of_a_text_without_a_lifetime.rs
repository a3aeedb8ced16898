//! A text without a lifetime, in `Html`.

use fingerpost::{Html, get};

#[get("/")]
fn home() -> Html<&str> {
    //~           ^
    Html("home")
}

fn main() {}
