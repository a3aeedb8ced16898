//! Two types that are not imported.

use fingerpost::{Json, get};

#[get("/")]
fn list() -> Result<Json<Post>, Failure> {
    //~                  ^^^^   ^^^^^^^
    todo!()
}

fn main() {}
// no help: the message is the compiler's own
