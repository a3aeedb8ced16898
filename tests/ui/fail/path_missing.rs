//! A method alone.

use fingerpost::route;

#[route(GET)]
//~<^^^^^^^^^
fn read() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
