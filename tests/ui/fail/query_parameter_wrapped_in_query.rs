//! An extractor of the whole query for one of its parameters.

use fingerpost::{Query, get};

#[get("/?{page}")]
fn read(page: Query<u64>) -> String {
    //~       ^^^^^^^^^^
    page.0.to_string()
}

fn main() {}
