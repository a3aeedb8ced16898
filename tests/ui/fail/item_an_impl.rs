//! A route stands on a function, not on all of a type.

use fingerpost::get;

struct Posts;

#[get("/")]
impl Posts {
//~<
    fn read() {}
}

fn main() {
    Posts::read();
}
