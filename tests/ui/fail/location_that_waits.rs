//! An expression that waits.

use fingerpost::{App, get, post, routes};

#[get("/a/{id}")]
fn a(id: u64) -> String {
    id.to_string()
}

async fn next() -> u64 {
    7
}

#[post("/a", status = 201, location = a(id = next().await))]
//~                                                 ^^^^^
async fn create() {}

fn main() {
    let _ = App::new(routes![a, create]);
}
