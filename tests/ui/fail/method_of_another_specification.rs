//! A method that no word stands for.

use fingerpost::route;

#[route(PURGE, "/cache")]
//~     ^^^^^
fn purge() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![purge]);
}
