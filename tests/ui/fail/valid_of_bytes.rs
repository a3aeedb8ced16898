//! An extractor whose value has no rules.

use fingerpost::{Bytes, Valid, post};

#[post("/posts")]
fn create(Valid(_new): Valid<Bytes>) {}
//~                          ^^^^^

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![create]);
}
