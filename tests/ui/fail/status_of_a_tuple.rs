//! The tuple has a status itself.

use fingerpost::{StatusCode, put};

#[put("/database", status = 201)]
//~                         ^^^
fn database() -> (StatusCode, &'static str) {
    (StatusCode::CREATED, "made")
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![database]);
}
