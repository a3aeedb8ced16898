//! A key that nobody has.

use fingerpost::get;

#[get("/", colour = "blue")]
//~        ^^^^^^
fn read() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
