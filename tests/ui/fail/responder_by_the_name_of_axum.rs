//! `Responder` by the name that axum has for it.

use fingerpost::{IntoResponse, get};
//~              ^^^^^^^^^^^^

#[get("/")]
fn home() -> impl IntoResponse {
    "home"
}

fn main() {}
