//! The type of the success is known.

use fingerpost::get;

#[get("/note", etag = |note: &String| note.len())]
//~                        ^^^^^^^^^
fn note() -> String {
    String::new()
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![note]);
}
