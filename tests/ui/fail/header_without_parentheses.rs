//! A header has a name.

use fingerpost::get;

#[get("/page", header = "Accept")]
//~                   ^
fn page() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![page]);
}
