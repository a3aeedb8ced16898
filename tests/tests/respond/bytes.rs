//! Bytes.

use super::*;

#[get("/")]
fn shared() -> Bytes {
    Bytes::from_static(b"\xff")
}

#[get("/")]
fn owned() -> Vec<u8> {
    vec![0xff]
}

#[get("/")]
fn fixed() -> &'static [u8] {
    b"\xff"
}

#[get("/")]
fn sized() -> &'static [u8; 1] {
    b"\xff"
}

#[get("/")]
fn body() -> Body {
    Body::from(&b"\xff"[..])
}

#[get("/", content_type = "image/png")]
fn declared() -> Body {
    Body::from("png")
}

#[get("/")]
fn empty() -> Body {
    Body::empty()
}

#[tokio::test]
async fn are_octets_unless_declared() {
    for response in [answer!(shared), answer!(owned), answer!(fixed), answer!(sized), answer!(body)] {
        assert_typed(&response, OCTETS, b"\xff");
    }
    assert_typed(&answer!(declared), Some("image/png"), b"png");
    assert_typed(&answer!(empty), None, b"");
}
