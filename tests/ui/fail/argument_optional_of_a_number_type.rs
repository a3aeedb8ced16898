//! An optional number comes from the query.

use fingerpost::get;

#[get("/posts")]
fn read(page: Option<u32>) -> String {
//~     ^^^^
    format!("{page:?}")
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
