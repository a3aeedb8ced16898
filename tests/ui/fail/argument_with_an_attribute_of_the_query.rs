//! The query stands in the path.

use fingerpost::get;

#[get("/posts")]
fn list(#[query] page: Option<u32>) -> String {
    //~ ^^^^^^^^
    format!("{page:?}")
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![list]);
}
