//! A type in the place of a name.

use fingerpost::get;

#[get("/posts/{u64}")]
//~   ^^^^^^^^^^^^^^
fn read(id: u64) -> String {
    id.to_string()
}

fn main() {}
