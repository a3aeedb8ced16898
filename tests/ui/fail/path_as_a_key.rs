//! The path has no key.

use fingerpost::get;

#[get(path = "/")]
//~   ^^^^^^^^^^
fn read() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
