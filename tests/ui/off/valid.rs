//! `Valid`, and its feature is off.
// in: bare

use fingerpost::{Json, Valid, post};
//~                    ^^^^^

#[post("/login")]
fn login(_form: Valid<Json<u8>>) {}

fn main() {}
// no help: the compiler's own note names the feature
