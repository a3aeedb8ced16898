//! The name as Python spells it.

use fingerpost::get;

#[get("/page", header("Cache_Control" = "no-store"))]
//~                   ^^^^^^^^^^^^^^^
fn page() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![page]);
}
