//! A list that is in no query.

use fingerpost::get;

#[get("/")]
fn read(ids: Vec<u64>) -> String {
//~     ^^^
    format!("{ids:?}")
}

fn main() {}
