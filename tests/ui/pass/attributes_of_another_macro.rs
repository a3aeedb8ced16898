//! Another attribute macro rewrites the function, before or after the route.
#![deny(warnings)]

use fingerpost::{get, routes};
use tracing::instrument;

#[get("/one/{id}")]
#[instrument]
async fn one(id: u64) -> String {
    id.to_string()
}

#[instrument(skip(name))]
#[get("/two/{name}")]
fn two(name: &str) -> String {
    name.to_owned()
}

fn main() {
    let _ = fingerpost::App::new(routes![one, two]);
}
