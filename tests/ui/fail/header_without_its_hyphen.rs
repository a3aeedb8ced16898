//! No browser knows this header.

use fingerpost::get;

#[get("/page", header("CacheControl" = "no-store"))]
//~                   ^^^^^^^^^^^^^^
fn page() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![page]);
}
