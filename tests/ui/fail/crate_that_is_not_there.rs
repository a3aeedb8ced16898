//! `crate` names a crate that is no dependency.

use fingerpost::get;

#[get("/", crate = signpost)]
//~                ^^^^^^^^
fn home() {}

fn main() {}
// no help: the message is the compiler's own
