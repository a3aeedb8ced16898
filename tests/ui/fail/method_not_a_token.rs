//! A string that is no method.

use fingerpost::route;

#[route("PURGE IT", "/cache")]
//~     ^^^^^^^^^^
fn purge() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![purge]);
}
