//! A string of bytes.

use fingerpost::get;

#[get(b"/posts")]
//~   ^^^^^^^^^
fn read() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
