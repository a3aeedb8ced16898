//! No request has such a segment.

use fingerpost::get;

#[get("/posts/../users")]
//~   ^^^^^^^^^^^^^^^^^
fn read() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
