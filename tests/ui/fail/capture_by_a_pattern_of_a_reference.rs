//! A capture taken out of a reference.

use fingerpost::get;

#[get("/posts/{id}")]
fn read(&id: &u64) -> String {
//~     ^^^^^^^^^
    id.to_string()
}

fn main() {}
