//! The OpenAPI document: what it says of handlers of all kinds.

mod api;

use fingerpost::openapi::{Document, Info};

#[test]
fn try_it() {
    let document = Document::of(&api::table, Info::new("Everything", "1.0.0"));
    println!("{}", document.to_yaml());
}
