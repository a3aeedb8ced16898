//! A name alone.

use fingerpost::get;

#[get("/page", header("Vary"))]
//~                   ^^^^^^
fn page() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![page]);
}
