//! JSON.

use super::*;

/// JSON has no keys that are lists.
type Impossible = Json<HashMap<Vec<u8>, u8>>;

#[get("/")]
fn typed() -> Json<BTreeMap<&'static str, u8>> {
    Json(BTreeMap::from([("a", 1)]))
}

#[get("/")]
fn untyped() -> Value {
    json!({ "a": 1 })
}

#[get("/", status = 201, content_type = "application/x-b+json", header("x-a" = "b"))]
fn impossible() -> Impossible {
    Json(HashMap::from([(vec![1], 1)]))
}

#[get("/")]
fn impossible_with_parts() -> (StatusCode, [(&'static str, &'static str); 1], Impossible) {
    (StatusCode::CREATED, [("x-a", "b")], impossible())
}

#[tokio::test]
async fn has_its_media_type() {
    assert_typed(&answer!(typed), Some("application/json"), br#"{"a":1}"#);
    assert_typed(&answer!(untyped), Some("application/json"), br#"{"a":1}"#);
}

#[tokio::test]
async fn that_cannot_be_written_is_500_whatever_else_was_said() {
    assert_broken(&answer!(impossible));
    assert_broken(&answer!(impossible_with_parts));
}
