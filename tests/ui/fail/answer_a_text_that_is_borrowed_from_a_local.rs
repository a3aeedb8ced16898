//! The answer outlives the handler.

use fingerpost::get;

#[get("/posts")]
fn read() -> &str {
//~          ^
    "posts"
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
