//! A trait of the user's that every type has, with the methods that expansions use, by value.
// in: usual 2018 2021
#![deny(warnings)]
#![allow(dead_code, clippy::missing_errors_doc, clippy::return_self_not_must_use, clippy::wrong_self_convention)]

use std::num::NonZeroU8;

use fingerpost::{App, Json, Problem, get, post, routes};

macro_rules! methods {
    ($($name:ident)*) => {
        pub trait Methods: Sized {
            $(fn $name(self) -> Self { self })*
        }

        impl<T> Methods for T {}
    };
}

methods! {
    answer as_deref as_ref asked clone code copied declares described get into later locates map now printed respond run
    shown to_etag unproved unwrap_or validates with
}

#[derive(Debug, Problem)]
pub enum ApiError {
    #[problem(404, "no {0}", title = "Missing")]
    Missing(u8),
    #[problem(409)]
    Broken(#[source] std::fmt::Error),
}

#[get("/{id}/{part}?{q}&{tag}&{limit = 10}", etag = |value| value.0)]
fn read(id: u64, part: NonZeroU8, q: Option<u8>, tag: Vec<NonZeroU8>, limit: u8, state: &u64) -> Json<u64> {
    let _ = (part, q, tag, limit);
    Json(id + state)
}

#[post("/", status = 201, location = |value| read(id = value.0, part = NonZeroU8::MIN, q = 7))]
async fn create(Json(value): Json<u64>) -> Result<Json<u64>, ApiError> {
    if value == 0 { Err(ApiError::Missing(7)) } else { Ok(Json(value)) }
}

#[get("/blocks?{q}&{part}", blocking)]
fn blocks(q: Option<&str>, part: Option<NonZeroU8>, state: &u64) -> Result<String, ApiError> {
    if *state == 0 { Err(ApiError::Broken(std::fmt::Error)) } else { Ok(format!("{q:?} {part:?}")) }
}

fn main() {
    let _ = App::new(routes![read, create, blocks]);
}
