//! A tuple of name and value.

use fingerpost::get;

#[get("/page", header("Vary", "Accept"))]
//~                         ^
fn page() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![page]);
}
