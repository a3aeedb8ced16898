//! `Template`, and its feature is off.
// in: bare

use fingerpost::{Template, get};
//~              ^^^^^^^^

#[get("/")]
fn home() -> Template<u8> {
    todo!()
}

fn main() {}
// no help: the compiler's own note names the feature
