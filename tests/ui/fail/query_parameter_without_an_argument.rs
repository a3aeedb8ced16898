//! The handler does not take what the query names.

use fingerpost::get;

#[get("/posts?{page}&{limit}")]
//~   ^^^^^^^^^^^^^^^^^^^^^^^
fn read(page: u32) -> String {
    page.to_string()
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
