//! A type that is not imported, deep within state.

use std::sync::Arc;

use fingerpost::get;

#[get("/")]
fn read(_db: &Arc<Db>) {}
//~               ^^

fn main() {}
// no help: the message is the compiler's own
