//! A type that nobody taught to be read.

use fingerpost::{Query, get};

struct Paging {
    page: u32,
}

#[get("/posts")]
fn read(Query(paging): Query<Paging>) -> String {
//~                    ^^^^^^^^^^^^^
    paging.page.to_string()
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
