//! A text of the program itself has the lifetime `'static`.

use fingerpost::get;

#[get("/posts")]
fn read() -> &str {
//~          ^
    "posts"
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
