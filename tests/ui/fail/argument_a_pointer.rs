//! A raw pointer.

use fingerpost::get;

struct Db;

#[get("/")]
fn read(_db: *const Db) {}
//~          ^^^^^^^^^

fn main() {}
