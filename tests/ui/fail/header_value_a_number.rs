//! A value is a string.

use fingerpost::get;

#[get("/page", header("Age" = 60))]
//~                           ^^
fn page() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![page]);
}
