//! A table is a list.

use fingerpost::get;

#[get("/")]
#[allow(dead_code)]
fn read() {}

fingerpost::routes! { pub table = read }
//~                               ^^^^

fn main() {}
