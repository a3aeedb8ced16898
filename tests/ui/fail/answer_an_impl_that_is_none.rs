//! Anything that can be shown is not an answer.

use std::fmt::Display;

use fingerpost::get;

#[get("/posts")]
fn read() -> impl Display {
//~          ^^^^^^^^^^^^
    7
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
