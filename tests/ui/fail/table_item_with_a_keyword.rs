//! A static is no table.

use fingerpost::get;

#[get("/")]
#[allow(dead_code)]
fn read() {}

fingerpost::routes! { pub static table = [read] }
//~                       ^^^^^^

fn main() {}
