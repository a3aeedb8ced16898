//! Handlers are parted by commas.

use fingerpost::get;

#[get("/one")]
#[allow(dead_code)]
fn one() {}

#[get("/two")]
#[allow(dead_code)]
fn two() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![one two]);
    //~                                                  ^^^
}
