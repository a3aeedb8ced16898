//! A handler takes its name for a type too, which would hide the primitive one.

use fingerpost::{App, get, routes};

#[get("/char")]
fn char() -> String {
//~^^^^
    String::new()
}

#[get("/letters/{letter}")]
fn read(letter: char) -> String {
    letter.to_string()
}

fn main() {
    let _ = App::new(routes![read]);
}
