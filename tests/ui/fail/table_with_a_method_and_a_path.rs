//! A route as axum writes it.

use fingerpost::get;

#[get("/")]
#[allow(dead_code)]
fn read() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes!["/" => get(read)]);
    //~                                              ^^^^^^^^^^^^^^^^
}
