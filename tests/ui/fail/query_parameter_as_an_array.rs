//! An array that the query should give.

use fingerpost::get;

#[get("/?{ids}")]
fn read(ids: [u64; 2]) -> String {
    //~      ^^^^^^^^
    format!("{ids:?}")
}

fn main() {}
