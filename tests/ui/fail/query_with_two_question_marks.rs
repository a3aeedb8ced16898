//! Parameters are parted by `&`.

use fingerpost::get;

#[get("/posts?{limit}?{page}")]
//~   ^^^^^^^^^^^^^^^^^^^^^^^
fn read(limit: u32, page: u32) -> String {
    format!("{limit} {page}")
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
