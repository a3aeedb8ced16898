//! GET makes nothing that would have a place.

use fingerpost::get;

#[get("/note", location = note(), etag)]
//~            ^^^^^^^^
fn note() -> String {
    String::new()
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![note]);
}
