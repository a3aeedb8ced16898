//! A future where a value is meant.

use fingerpost::get;

#[get("/")]
fn read(_value: impl Future<Output = u64>) {}
//~             ^^^^^^^^^^^^^^^^^^^^^^^^^

fn main() {}
