//! A precondition is an argument.

use fingerpost::put;

#[put("/note", if_match = required)]
//~            ^^^^^^^^
fn put_note(text: String) -> String {
    text
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![put_note]);
}
