//! The answers beside the document: none that is not declared, and every declared one seen by a test.

use fingerpost::openapi::Conformance;

use crate::app;
use crate::store::Store;

/// What all tests have seen.
pub(crate) static CONFORMANCE: Conformance = Conformance::new();

#[test]
fn every_declared_answer_is_seen() {
    let service = app(Store::open(":memory:").unwrap(), "token").into_service().unwrap();
    CONFORMANCE.coverage(service.openapi().unwrap()).assert_complete();
}
