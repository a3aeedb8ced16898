//! A space that is hard to see.

use fingerpost::get;

#[get("/posts ")]
//~   ^^^^^^^^^
fn read() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
