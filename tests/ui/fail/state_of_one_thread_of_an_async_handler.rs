//! State that only one thread may use, and an `async` handler that takes it.

use std::cell::RefCell;

use fingerpost::get;

#[get("/")]
async fn count(hits: &RefCell<u64>) -> String {
//~                   ^^^^^^^^^^^^
    hits.borrow().to_string()
}

fn main() {}
