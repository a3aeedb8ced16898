//! A flag is there or not.

use fingerpost::get;

#[get("/", blocking = true)]
//~                 ^^^^^^
fn read() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
