//! A capture as actix has it, with a pattern that has a backslash.

use fingerpost::get;

#[get(r"/posts/{id:\d+}")]
//~   ^^^^^^^^^^^^^^^^^^
fn read(id: u64) -> String {
    id.to_string()
}

fn main() {}
