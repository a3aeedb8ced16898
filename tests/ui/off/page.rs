//! `Page`, and its feature is off.
// in: bare

use fingerpost::{Page, get};
//~              ^^^^

#[get("/")]
fn home() -> Page {
    todo!()
}

fn main() {}
// no help: the compiler's own note names the feature
