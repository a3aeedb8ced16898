//! Two headers are two keys.

use fingerpost::get;

#[get("/page", header("Vary" = "Accept", "Age" = "0"))]
//~                                    ^^^^^^^^^^^^^
fn page() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![page]);
}
