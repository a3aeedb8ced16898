//! A `Result` stands outside.

use fingerpost::{Problem, StatusCode, put};

#[put("/database")]
fn database() -> (StatusCode, Result<String, Problem>) {
//~                           ^^^^^^^^^^^^^^^^^^^^^^^
    (StatusCode::CREATED, Ok(String::new()))
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![database]);
}
