//! `Multipart`, and its feature is off.
// in: bare

use fingerpost::{Multipart, post};
//~              ^^^^^^^^^

#[post("/files")]
async fn upload(_parts: Multipart) {}

fn main() {}
// no help: the compiler's own note names the feature
