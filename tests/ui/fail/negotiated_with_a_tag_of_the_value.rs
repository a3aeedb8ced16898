//! One tag for representations that differ.

use fingerpost::{Html, Json, Negotiated, get};

#[get("/note", etag = |note| note.value.len())]
//~            ^^^^
fn note() -> Negotiated<String, (Json<String>, Html<String>)> {
    Negotiated::new(String::new())
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![note]);
}
