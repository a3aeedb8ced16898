//! The value is a status itself.

use fingerpost::{StatusCode, put};

#[put("/database", status = 201)]
//~                         ^^^
fn database() -> StatusCode {
    StatusCode::CREATED
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![database]);
}
