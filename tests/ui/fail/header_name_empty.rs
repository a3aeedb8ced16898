//! A header without a name.

use fingerpost::get;

#[get("/page", header("" = "hello"))]
//~                   ^^
fn page() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![page]);
}
