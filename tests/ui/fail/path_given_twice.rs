//! Two paths for one handler.

use fingerpost::get;

#[get("/posts", "/articles")]
//~             ^^^^^^^^^^^
fn read() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
