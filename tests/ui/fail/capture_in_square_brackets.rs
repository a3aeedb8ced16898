//! A capture as routers of files have it.

use fingerpost::get;

#[get("/posts/[id]")]
//~   ^^^^^^^^^^^^^
fn read(id: u64) -> String {
    id.to_string()
}

fn main() {}
