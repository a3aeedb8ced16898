//! A name is a string.

use fingerpost::get;

#[get("/page", header(Vary = "Accept"))]
//~                   ^^^^
fn page() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![page]);
}
