//! Flask's thread has it, and nothing tells its author.

use fingerpost::get;

#[get("/page", header("Cahce-Control" = "no-store"))]
//~                   ^^^^^^^^^^^^^^^
fn page() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![page]);
}
