//! `Bearer`, and its feature is off.
// in: bare

use fingerpost::{Bearer, get};
//~              ^^^^^^

#[get("/")]
fn home(_token: Bearer) {}

fn main() {}
// no help: the compiler's own note names the feature
