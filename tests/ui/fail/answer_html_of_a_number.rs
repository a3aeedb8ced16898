//! A page that is no text.

use fingerpost::{Html, get};

#[get("/count")]
fn count() -> Html<u32> {
//~           ^^^^^^^^^
    Html(7)
}

fn main() {}
