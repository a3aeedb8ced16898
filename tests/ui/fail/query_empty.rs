//! A question mark that asks for nothing.

use fingerpost::get;

#[get("/posts?")]
//~   ^^^^^^^^^
fn read() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
