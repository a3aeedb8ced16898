//! A space in a name.

use fingerpost::get;

#[get("/page", header("X Greeting" = "hello"))]
//~                   ^^^^^^^^^^^^
fn page() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![page]);
}
