//! Flask's `return "", 201`, with the order and the type that are not ours.

use fingerpost::put;

#[put("/database")]
fn database() -> (&'static str, u16) {
//~              ^^^^^^^^^^^^^^^^^^^
    ("", 201)
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![database]);
}
