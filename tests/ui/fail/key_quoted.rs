//! A key is a word.

use fingerpost::put;

#[put("/", "status" = 201)]
//~        ^^^^^^^^^^^^^^
fn write() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![write]);
}
