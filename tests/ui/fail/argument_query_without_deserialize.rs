//! A query of a type that cannot be read from one.

use fingerpost::{Query, get};

struct Search {
    text: String,
}

#[get("/")]
fn search(Query(search): Query<Search>) -> String {
//~                      ^^^^^^^^^^^^^
    search.text
}

fn main() {}
