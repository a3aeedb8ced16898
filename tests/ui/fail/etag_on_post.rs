//! A tag of what a POST answers.

use fingerpost::post;

#[post("/notes", etag)]
//~              ^^^^
fn new_note(text: String) -> String {
    text
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![new_note]);
}
