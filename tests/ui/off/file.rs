//! `NamedFile`, and its feature is off.
// in: bare

use fingerpost::{NamedFile, get};
//~              ^^^^^^^^^

#[get("/")]
fn home() -> NamedFile {
    todo!()
}

fn main() {}
// no help: the compiler's own note names the feature
