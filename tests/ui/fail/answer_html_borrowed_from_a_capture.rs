//! A page borrowed from the request.

use fingerpost::{Html, get};

#[get("/{name}")]
fn home(name: &str) -> Html<&str> {
    //~                     ^^^^
    Html(name)
}

fn main() {}
