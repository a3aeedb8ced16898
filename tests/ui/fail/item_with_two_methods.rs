//! Several methods of one path are one attribute.

use fingerpost::{get, post};

#[get("/posts")]
#[post("/posts")]
//~<^^^^^^^^^^^^^
fn both() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![both]);
}
