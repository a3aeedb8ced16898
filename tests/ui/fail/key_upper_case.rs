//! Keys are lower case.

use fingerpost::put;

#[put("/", STATUS = 201)]
//~        ^^^^^^
fn write() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![write]);
}
