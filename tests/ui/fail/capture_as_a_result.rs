//! A capture that may fail to parse.

use std::num::ParseIntError;

use fingerpost::get;

#[get("/{id}")]
fn read(id: Result<u64, ParseIntError>) -> String {
    //~     ^^^^^^^^^^^^^^^^^^^^^^^^^^
    format!("{id:?}")
}

fn main() {}
