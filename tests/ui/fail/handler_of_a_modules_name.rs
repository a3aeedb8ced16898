//! A handler takes its name for a type too, and a module has it.

use fingerpost::get;

mod posts {}

#[get("/")]
fn posts() {}
//~<^^^^^^^^

fn main() {}
// no help: the message is the compiler's own
