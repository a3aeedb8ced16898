//! A path by a regular expression.

use fingerpost::get;

#[get(r"/posts/(\d+)")]
//~   ^^^^^^^^^^^^^^^^
fn read() {}

fn main() {}
