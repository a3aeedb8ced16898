//! What a table demands stands before it, and is no attribute.

use fingerpost::{get, routes};

#[get("/health", public)]
fn health() {}

routes! { #[auth(required)] pub table = [health] }
//~       ^^^^^^^^^^^^^^^^^

fn main() {
    let _ = fingerpost::App::new(table);
}
