//! State for ever.

use fingerpost::get;

struct Db;

#[get("/")]
fn read(_db: &'static Db) {}
//~          ^^^^^^^^^^^

fn main() {}
