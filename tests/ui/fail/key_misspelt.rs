//! Two letters swapped.

use fingerpost::put;

#[put("/", statsu = 201)]
//~        ^^^^^^
fn write() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![write]);
}
