//! A tag is a number without a fraction, a text, or an `ETag`.

use fingerpost::get;

#[get("/note", etag = |_| 1.5)]
//~                       ^^^
fn note() -> String {
    String::new()
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![note]);
}
