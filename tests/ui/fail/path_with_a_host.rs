//! The whole URL.

use fingerpost::get;

#[get("https://example.org/posts")]
//~   ^^^^^^^^^^^^^^^^^^^^^^^^^^^
fn read() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
