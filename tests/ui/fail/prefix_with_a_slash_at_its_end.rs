//! The paths below it start with one.

use fingerpost::get;

#[get("/")]
#[allow(dead_code)]
fn read() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes!["/api/" => read]);
    //~                                              ^^^^^^^
}
