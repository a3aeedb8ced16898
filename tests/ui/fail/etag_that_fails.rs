//! A tag that may fail when the handler has succeeded.

use fingerpost::get;

#[get("/note", etag = |note| note.parse::<u64>()?)]
//~                                             ^
fn note() -> String {
    String::new()
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![note]);
}
