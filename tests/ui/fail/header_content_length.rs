//! The server knows how long the body is.

use fingerpost::get;

#[get("/page", header("Content-Length" = "0"))]
//~                   ^^^^^^^^^^^^^^^^
fn page() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![page]);
}
