//! A method without a letter.

use fingerpost::route;

#[route("", "/cache")]
//~     ^^
fn purge() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![purge]);
}
