//! A text that has no `FromStr`.

use fingerpost::get;

#[get("/{name}")]
fn read(name: Box<str>) -> String {
    //~       ^^^^^^^^
    name.into()
}

fn main() {}
