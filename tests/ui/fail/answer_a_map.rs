//! A map is not an answer by itself.

use std::collections::HashMap;

use fingerpost::get;

#[get("/posts")]
fn read() -> HashMap<String, u64> {
//~          ^^^^^^^^^^^^^^^^^^^^
    HashMap::new()
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
