//! Where would the first end?

use fingerpost::get;

#[get("/posts/{year}-{month}")]
//~   ^^^^^^^^^^^^^^^^^^^^^^^
fn read(year: u32, month: u32) -> String {
    format!("{year} {month}")
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
