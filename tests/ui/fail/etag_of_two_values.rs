//! A handler has one success.

use fingerpost::get;

#[get("/note", etag = |id, note| note.len())]
//~                   ^^^^^^^^^^
fn note() -> String {
    String::new()
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![note]);
}
