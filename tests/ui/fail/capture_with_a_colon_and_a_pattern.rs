//! A capture as Express has it, with a pattern.

use fingerpost::get;

#[get(r"/posts/:id(\d+)")]
//~   ^^^^^^^^^^^^^^^^^^
fn read(id: u64) -> String {
    id.to_string()
}

fn main() {}
