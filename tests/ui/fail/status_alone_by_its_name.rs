//! The name of a status, without the key.

use fingerpost::{StatusCode, put};

#[put("/database", StatusCode::CREATED)]
//~                ^^^^^^^^^^^^^^^^^^^
fn database() -> StatusCode {
    StatusCode::OK
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![database]);
}
