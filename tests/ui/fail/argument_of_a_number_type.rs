//! A number comes from the path or the query.

use fingerpost::get;

#[get("/posts")]
fn read(page: u32) -> String {
//~     ^^^^
    page.to_string()
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
