//! The OpenAPI document: what it says of handlers of all kinds, where it is served, and what is said of its changes.

mod api;
mod changes;
mod conformance;
mod content;
mod media;
mod negotiated;
mod policies;
mod rules;
mod served;
#[path = "../support/mod.rs"]
mod support;
mod valid;

use fingerpost::openapi::{Document, Info};
use serde_json::Value;

fn document() -> Document {
    Document::of(&api::table, Info::new("Everything", "1.0.0").tag("posts", "What people write."))
}

/// The operation of `GET /posts/{id}`.
fn operation<'d>(document: &'d Document, name: &str) -> &'d Value {
    let (method, path) = name.split_once(' ').unwrap();
    let operation = &document.value()["paths"][path][method.to_ascii_lowercase()];
    assert!(operation.is_object(), "there is no {name} in {:?}", document.value()["paths"]);
    operation
}
