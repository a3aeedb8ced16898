//! A second header would be smuggled in.

use fingerpost::get;

#[get("/page", header("Vary" = "Accept\r\nAge: 0"))]
//~                            ^^^^^^^^^^^^^^^^^^
fn page() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![page]);
}
