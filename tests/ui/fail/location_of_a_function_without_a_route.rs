//! Only handlers have paths.

use fingerpost::post;

fn read() {}

#[post("/posts", status = 201, location = read())]
//~                                       ^^^^
fn create() {
    read();
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![create]);
}
// no help: the message is the compiler's own
