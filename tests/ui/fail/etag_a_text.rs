//! A tag that never changes.

use fingerpost::get;

#[get("/note", etag = "v1")]
//~                   ^^^^
fn note() -> String {
    String::new()
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![note]);
}
