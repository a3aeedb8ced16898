//! What cannot fail.

use super::*;

#[get("/")]
fn infallible() -> Result<&'static str, Infallible> {
    Ok("text")
}

#[tokio::test]
async fn fails() {
    assert_typed(&answer!(infallible), TEXT, b"text");
}
