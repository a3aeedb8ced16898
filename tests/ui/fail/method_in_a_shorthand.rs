//! The shorthand says the method already.

use fingerpost::get;

#[get(GET, "/")]
//~   ^^^
fn read() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
