//! A space would have to be encoded.

use fingerpost::get;

#[get("/my posts")]
//~   ^^^^^^^^^^^
fn read() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
