//! A tag made of nothing that is there.

use fingerpost::get;

#[get("/note", etag = note.version)]
//~                   ^^^^^^^^^^^^
fn note() -> String {
    String::new()
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![note]);
}
