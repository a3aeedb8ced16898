//! A path to a type through a module that is not there.

use fingerpost::{Json, get};

#[get("/")]
fn list() -> Json<models::Post> {
    //~           ^^^^^^
    todo!()
}

fn main() {}
// no help: the message is the compiler's own
