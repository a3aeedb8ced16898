//! An item has a name.

use fingerpost::get;

#[get("/")]
#[allow(dead_code)]
fn read() {}

fingerpost::routes! { [read] }
//~                   ^^^^^^

fn main() {}
