//! A route stands on a function.

use fingerpost::get;

#[get("/")]
pub enum Posts {
//~ ^^^^
    One,
}

fn main() {
    let _ = Posts::One;
}
