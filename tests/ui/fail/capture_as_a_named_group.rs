//! A capture as regular expressions have it.

use fingerpost::get;

#[get(r"/posts/(?P<id>\d+)")]
//~   ^^^^^^^^^^^^^^^^^^^^^
fn read(id: u64) -> String {
    id.to_string()
}

fn main() {}
