//! Nobody can call it.
#![deny(dead_code)]

use fingerpost::get;

#[get("/one")]
fn one() {}

#[get("/two")]
fn other() {}
//~^^^^^

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![one]);
}
// no help: the message is the compiler's own
