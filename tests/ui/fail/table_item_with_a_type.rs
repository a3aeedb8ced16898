//! A table's type is its own.

use fingerpost::get;

#[get("/")]
#[allow(dead_code)]
fn read() {}

fingerpost::routes! { pub table: Table = [read] }
//~                            ^

fn main() {}
