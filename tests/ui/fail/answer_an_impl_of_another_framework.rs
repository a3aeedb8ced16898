//! axum's trait.

use fingerpost::get;

#[get("/")]
fn home() -> impl IntoResponse {
    //~           ^^^^^^^^^^^^
    "home"
}

fn main() {}
// no help: the message is the compiler's own
