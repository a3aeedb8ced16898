//! Of the content, or of the version?

use fingerpost::get;

#[get("/note", etag, etag = |note| note.len())]
//~                  ^^^^
fn note() -> String {
    String::new()
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![note]);
}
