//! An operation without a name.

use fingerpost::get;

#[get("/", operation_id = "")]
//~                       ^^
fn read() {}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
