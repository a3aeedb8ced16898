//! State by what it can do.

use fingerpost::get;

trait Store: Sync {}

#[get("/")]
fn read(_store: &impl Store) {}
//~              ^^^^^^^^^^

fn main() {}
