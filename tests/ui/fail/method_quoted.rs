//! A method of RFC 9110 is a word, not a string.

use fingerpost::route;

#[route("GET", "/")]
//~     ^^^^^
fn read() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
