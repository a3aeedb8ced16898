//! Paths are written decoded.

use fingerpost::get;

#[get("/caf%C3%A9")]
//~   ^^^^^^^^^^^^
fn read() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
