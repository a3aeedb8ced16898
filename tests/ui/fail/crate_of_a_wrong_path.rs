//! `crate` names where fingerpost is, and it is not there.

use fingerpost::get;

mod web {}

#[get("/", crate = crate::web)]
//~                ^^^^^^^^^^
fn home() {}

fn main() {}
// no help: the message is the compiler's own
