//! A comma or a colon instead of the arrow.

use fingerpost::get;

#[get("/")]
#[allow(dead_code)]
fn read() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes!["/api": read]);
    //~                                              ^^^^^^^^^^^^
}
