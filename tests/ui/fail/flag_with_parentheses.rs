//! A flag is there or not.

use fingerpost::get;

#[get("/", hidden(true))]
//~              ^^^^^^
fn read() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
