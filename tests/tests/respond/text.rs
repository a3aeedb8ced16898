//! Text.

use super::*;

#[get("/")]
fn fixed() -> &'static str {
    "é"
}

#[get("/")]
fn owned() -> String {
    "é".to_owned()
}

#[get("/")]
fn borrowed() -> Cow<'static, str> {
    Cow::Borrowed("é")
}

#[get("/")]
fn made() -> Cow<'static, str> {
    Cow::Owned("é".to_owned())
}

#[get("/", content_type = "text/csv")]
fn declared() -> &'static str {
    "a,b"
}

#[get("/")]
fn boxed() -> Box<Cow<'static, str>> {
    Box::new("é".into())
}

#[tokio::test]
async fn is_plain_unless_declared() {
    for response in [answer!(fixed), answer!(owned), answer!(borrowed), answer!(made), answer!(boxed)] {
        assert_typed(&response, TEXT, "é".as_bytes());
    }
    assert_typed(&answer!(declared), Some("text/csv"), b"a,b");
}
