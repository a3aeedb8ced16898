//! The date is missing.

use fingerpost::get;

#[get("/", sunset)]
//~        ^^^^^^
fn read() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
