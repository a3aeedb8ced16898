//! The general attribute has no method of its own.

use fingerpost::route;

#[route("/")]
//~     ^^^
fn read() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
