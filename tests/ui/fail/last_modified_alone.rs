//! The time of the last change is not in the content.

use fingerpost::get;

#[get("/note", last_modified)]
//~            ^^^^^^^^^^^^^
fn note() -> String {
    String::new()
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![note]);
}
