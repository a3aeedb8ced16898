//! A header by an equals sign and a pair.

use fingerpost::get;

#[get("/", header = ("Cache-Control", "no-store"))]
//~               ^
fn home() {}

fn main() {}
