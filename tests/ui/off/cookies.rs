//! `Cookies`, and their feature is off.
// in: bare

use fingerpost::{Cookies, get};
//~              ^^^^^^^

#[get("/")]
fn home(_cookies: Cookies) {}

fn main() {}
// no help: the compiler's own note names the feature
