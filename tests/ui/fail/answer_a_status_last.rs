//! Flask's order.

use fingerpost::{StatusCode, put};

#[put("/database")]
fn database() -> (String, StatusCode) {
//~               ^^^^^^
    (String::new(), StatusCode::CREATED)
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![database]);
}
