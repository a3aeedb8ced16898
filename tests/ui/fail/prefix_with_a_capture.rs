//! A handler is whole without its prefix.

use fingerpost::get;

#[get("/")]
#[allow(dead_code)]
fn read() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes!["/users/{id}" => read]);
    //~                                              ^^^^^^^^^^^^^
}
