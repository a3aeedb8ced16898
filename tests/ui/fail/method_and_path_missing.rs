//! An attribute that says nothing.

use fingerpost::route;

#[route()]
//~<^^^^^^
fn read() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
