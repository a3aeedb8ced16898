//! Preconditions are nothing to a failure.

use fingerpost::get;

#[get("/note", status = 404, etag)]
//~                     ^^^
fn note() -> String {
    String::new()
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![note]);
}
