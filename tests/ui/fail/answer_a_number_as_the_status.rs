//! A number is no status.

use fingerpost::{Json, put};

#[put("/database")]
fn database() -> (u16, Json<u64>) {
//~               ^^^
    (201, Json(7))
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![database]);
}
