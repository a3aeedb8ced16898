//! The method as the crate `http` spells it.

use fingerpost::route;

#[route(Method::GET, "/")]
//~     ^^^^^^^^^^^
fn read() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
