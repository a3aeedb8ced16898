//! A constant cannot be read by the attribute.

use fingerpost::get;

#[get(POSTS)]
//~   ^^^^^
fn read() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
