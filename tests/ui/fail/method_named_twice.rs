//! One method, twice.

use fingerpost::route;

#[route(GET | GET, "/")]
//~           ^^^
fn read() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
