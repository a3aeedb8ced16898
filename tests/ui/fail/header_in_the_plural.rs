//! Headers are declared one by one.

use fingerpost::get;

#[get("/", headers("Cache-Control" = "no-store"))]
//~        ^^^^^^^
fn home() {}

fn main() {}
