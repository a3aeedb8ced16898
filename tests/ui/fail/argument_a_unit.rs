//! Nothing is no argument.

use fingerpost::get;

#[get("/")]
fn read(_: ()) {}
//~        ^^

fn main() {}
