//! A path to a type through a module that is not there.

use fingerpost::get;

#[get("/{id}")]
fn read(id: models::Id) -> String {
    //~     ^^^^^^
    todo!()
}

fn main() {}
// no help: the message is the compiler's own
