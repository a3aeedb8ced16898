//! A list is not an answer by itself.

use fingerpost::get;

#[get("/posts")]
fn read() -> Vec<String> {
//~          ^^^^^^^^^^^
    Vec::new()
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
