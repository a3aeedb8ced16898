//! One media type for all of several.

use fingerpost::{Html, Json, Negotiated, get};

#[get("/note", content_type = "text/plain")]
//~            ^^^^^^^^^^^^
fn note() -> Negotiated<String, (Json<String>, Html<String>)> {
    Negotiated::new(String::new())
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![note]);
}
