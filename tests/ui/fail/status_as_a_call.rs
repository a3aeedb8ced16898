//! A status is known at compile time.

use fingerpost::{StatusCode, put};

#[put("/database", status = StatusCode::from_u16(201))]
//~                         ^^^^^^^^^^^^^^^^^^^^^^^^^
fn database() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![database]);
}
