//! State that only one thread may use, and an `async` handler that takes it.

use std::cell::RefCell;

use fingerpost::get;

struct Hits(RefCell<u64>);

#[get("/")]
async fn count(hits: &Hits) -> String {
    //~               ^^^^
    hits.0.borrow().to_string()
}

fn main() {}
