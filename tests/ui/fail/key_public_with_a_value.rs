//! `public` is said or not.

use fingerpost::get;

#[get("/", public = true)]
//~               ^^^^^^
fn read() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
