//! A semicolon for a comma.

use fingerpost::put;

#[put("/"; status = 201)]
//~      ^
fn write() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![write]);
}
