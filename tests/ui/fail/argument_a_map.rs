//! A map for the query, without `Query`.

use std::collections::HashMap;

use fingerpost::get;

#[get("/")]
fn read(query: HashMap<String, String>) -> String {
    //~        ^^^^^^^^^^^^^^^^^^^^^^^
    format!("{query:?}")
}

fn main() {}
