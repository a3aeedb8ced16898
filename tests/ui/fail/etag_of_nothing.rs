//! A tag of an answer that has no body.

use fingerpost::get;

#[get("/note", etag)]
//~            ^^^^
fn note() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![note]);
}
