//! A status by its reason phrase.

use fingerpost::post;

#[post("/", status = Created)]
//~                  ^^^^^^^
fn create() {}

fn main() {}
