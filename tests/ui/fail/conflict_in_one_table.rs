//! Two handlers for one URL.

use fingerpost::get;

#[get("/posts")]
fn list() {}

#[get("/posts")]
fn all() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![list, all]);
    //~                                                    ^^^
}
