//! The API's document: a change of it is a reviewed act. `OPENAPI=overwrite cargo test` writes it anew.

use fingerpost::assert_openapi;
use fingerpost::openapi::Document;

use crate::{info, table};

#[test]
fn the_api_is_as_reviewed() {
    assert_openapi!("openapi.json", Document::of(&table, info()));
}
