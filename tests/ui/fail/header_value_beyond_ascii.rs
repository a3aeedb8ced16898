//! Headers are ASCII.

use fingerpost::get;

#[get("/page", header("Server" = "café"))]
//~                              ^^^^^^
fn page() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![page]);
}
