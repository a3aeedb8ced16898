//! A status is known at compile time.

use fingerpost::put;

#[put("/database", status = fingerpost::StatusCode::from_u16(201))]
//~                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
fn database() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![database]);
}
