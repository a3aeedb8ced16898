//! A whole query as Rocket has it.

use fingerpost::{Query, get};

#[get("/posts?<filter..>")]
//~   ^^^^^^^^^^^^^^^^^^^
fn search(Query(filter): Query<Vec<(String, String)>>) -> String {
    format!("{filter:?}")
}

fn main() {}
