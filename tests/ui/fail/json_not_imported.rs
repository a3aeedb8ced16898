//! An extractor that is not imported.

use fingerpost::post;

#[post("/")]
fn create(new: Json<String>) -> String {
//~            ^^^^
    new.0
}

fn main() {}
// no help: the message is the compiler's own
