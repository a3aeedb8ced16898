//! A handler that takes and answers with what nobody should use.
#![deny(warnings)]

use fingerpost::{Json, get, routes};

#[deprecated]
#[derive(serde::Serialize)]
pub struct Old(u64);

#[get("/{id}")]
#[allow(deprecated)]
fn read(id: u64, state: &Old) -> Json<Old> {
    Json(Old(id + state.0))
}

#[allow(deprecated)]
fn main() {
    let _ = fingerpost::App::new(routes![read]).state(Old(7));
}
