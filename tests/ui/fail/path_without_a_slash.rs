//! A path is absolute.

use fingerpost::get;

#[get("posts")]
//~   ^^^^^^^
fn read() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
