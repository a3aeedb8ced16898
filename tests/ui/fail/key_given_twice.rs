//! Which of them is meant?

use fingerpost::put;

#[put("/", status = 201, status = 202)]
//~                      ^^^^^^
fn write() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![write]);
}
