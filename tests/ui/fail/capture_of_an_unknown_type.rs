//! A type that is not there, of a capture.

use fingerpost::get;

#[get("/{id}")]
fn read(id: PostId) -> String {
    //~     ^^^^^^
    format!("{id}")
}

fn main() {}
// no help: the message is the compiler's own
