//! A type that is not imported, deep within an argument.

use std::sync::Arc;

use fingerpost::{State, get};

#[get("/")]
fn read(State(_db): State<Arc<Db>>) {}
//~                           ^^

fn main() {}
// no help: the message is the compiler's own
