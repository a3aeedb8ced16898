//! What is returned is not there.
// no help: the message is the compiler's own

use fingerpost::get;

#[get("/", status = 201)]
fn read() -> Post {
//~          ^^^^
    todo!()
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
