//! The date of the sunset has a key of its own.

use fingerpost::get;

#[get("/", header("Sunset" = "Sun, 31 Jan 2027 00:00:00 GMT"))]
//~               ^^^^^^^^
fn read() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
