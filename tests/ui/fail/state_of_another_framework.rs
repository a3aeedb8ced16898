//! State as axum names it, from a crate that is not fingerpost.

use fingerpost::get;

mod other {
    pub struct State<T>(pub T);
}

#[get("/")]
fn read(other::State(limit): other::State<u32>) -> String {
//~                          ^^^^^^^^^^^^^^^^^
    limit.to_string()
}

fn main() {}
