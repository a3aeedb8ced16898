//! An attribute with a value instead of arguments.

use fingerpost::get;

#[get = "/posts"]
//~<^^^^^^^^^^^^^
fn read() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
// no help: the message is the compiler's own
