//! The key stands before the braces.

use fingerpost::get;

#[get("/posts?{page-size}")]
//~   ^^^^^^^^^^^^^^^^^^^^
fn read(page_size: u32) -> String {
    page_size.to_string()
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
