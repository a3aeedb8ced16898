//! An entry has no attributes.

use fingerpost::get;

#[get("/")]
#[allow(dead_code)]
fn read() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![#[cfg(debug_assertions)] read]);
    //~                                              ^^^^^^^^^^^^^^^^^^^^^^^^
}
