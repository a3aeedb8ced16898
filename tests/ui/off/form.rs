//! `Form`, and its feature is off.
// in: bare

use fingerpost::{Form, post};
//~              ^^^^

#[post("/login")]
fn login(_form: Form<u8>) {}

fn main() {}
// no help: the compiler's own note names the feature
