//! A table names its handlers.

use fingerpost::get;

#[get("/")]
fn read() {}

fn main() {
    read();
    let _ = fingerpost::App::new(fingerpost::routes![&read]);
    //~                                              ^^^^^
}
