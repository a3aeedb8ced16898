//! A key that needs one.

use fingerpost::put;

#[put("/", status)]
//~        ^^^^^^
fn write() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![write]);
}
