//! The message's own parts.

use super::*;

#[route(PUT | "PURGE", "/parts/{id}")]
fn parts(method: Method, uri: Uri, version: Version, headers: HeaderMap, id: u8) -> String {
    format!("{method} {uri} {version:?} {} {id}", headers["x-a"].to_str().unwrap_or_default())
}

#[tokio::test]
async fn has_its_parts_as_they_came() {
    let request = App::new(routes![parts]).test().request("PURGE", "/parts/%37?q=%20").header("x-a", "b");
    assert_eq!(request.send().await.text(), "PURGE /parts/%37?q=%20 HTTP/1.1 b 7");
}
