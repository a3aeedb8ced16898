//! `Header`, and its feature is off.
// in: bare

use fingerpost::{Header, get};
//~              ^^^^^^

#[get("/")]
fn home(_range: Header<u8>) {}

fn main() {}
// no help: the compiler's own note names the feature
