//! A tag is text.

use fingerpost::get;

#[get("/", tag = posts)]
//~              ^^^^^
fn read() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
