//! A route stands on a function.

use fingerpost::get;

#[get("/")]
struct Posts;
//~<^^

fn main() {
    let _ = Posts;
}
