//! Two tags of one answer.

use fingerpost::get;

#[get("/note", header("ETag" = "\"1\""), etag)]
//~                   ^^^^^^
fn note() -> String {
    String::new()
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![note]);
}
