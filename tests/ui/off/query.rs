//! `Query`, and its feature is off.
// in: bare

use fingerpost::{Query, get};
//~              ^^^^^

#[get("/posts")]
fn posts(_query: Query<u8>) {}

fn main() {}
// no help: the compiler's own note names the feature
