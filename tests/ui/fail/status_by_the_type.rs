//! The type was not imported, and need not be.

use fingerpost::put;

#[put("/database", status = StatusCode::CREATED)]
//~                         ^^^^^^^^^^
fn database() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![database]);
}
