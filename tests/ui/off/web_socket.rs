//! `WebSocketUpgrade`, and its feature is off.
// in: bare

use fingerpost::{WebSocketUpgrade, get};
//~              ^^^^^^^^^^^^^^^^

#[get("/chat")]
fn chat(_upgrade: WebSocketUpgrade) {}

fn main() {}
// no help: the compiler's own note names the feature
