//! A fragment never reaches the server.

use fingerpost::get;

#[get("/posts#top")]
//~   ^^^^^^^^^^^^
fn read() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
