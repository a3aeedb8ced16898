//! Only clients send this header.

use fingerpost::get;

#[get("/page", header("Authorization" = "Bearer 7"))]
//~                   ^^^^^^^^^^^^^^^
fn page() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![page]);
}
