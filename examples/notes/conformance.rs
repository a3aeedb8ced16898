//! The answers beside the document: none that is not declared, and every declared one seen by a test.

use fingerpost::openapi::Conformance;

use crate::app;
use crate::store::Store;

/// What all tests have seen.
pub(crate) static CONFORMANCE: Conformance = Conformance::new();

#[test]
fn every_declared_answer_is_seen() {
    let service = app(Store::open(":memory:").unwrap()).unwrap();
    CONFORMANCE
        .coverage(service.openapi().unwrap())
        .except(408, "a body is late after ten seconds, which no test waits for")
        .except(503, "no test has as many requests under way as the app takes")
        // One type is the error of all handlers, and each of them has more to say than it ever does.
        .except_of("list", 404, "a page may be empty")
        .except_of("list", 409, "it gives no title")
        .except_of("create", 404, "there is no note yet")
        .except_of("read", 409, "it gives no title")
        .except_of("read", 422, "there is nothing to be valid")
        .except_of("remove", 409, "it gives no title")
        .except_of("remove", 422, "there is nothing to be valid")
        .assert_complete();
}
