//! A struct has the handler's name.

use fingerpost::get;

#[allow(non_camel_case_types)]
struct read;

#[get("/")]
fn read() {}
//~^^^^

fn main() {}
