//! A parameter of the query that may fail to parse.

use std::num::ParseIntError;

use fingerpost::get;

#[get("/posts?{page}")]
fn list(page: Result<u64, ParseIntError>) -> String {
//~           ^^^^^^^^^^^^^^^^^^^^^^^^^^
    format!("{page:?}")
}

fn main() {}
