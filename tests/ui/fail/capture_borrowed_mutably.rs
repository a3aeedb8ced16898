//! A capture to write to.

use fingerpost::get;

#[get("/{name}")]
fn read(name: &mut str) -> String {
    //~       ^^^^^^^^
    name.to_owned()
}

fn main() {}
