//! Empty responses.

use super::*;

#[get("/")]
fn unit() {}

#[get("/", status = 201)]
fn created() {}

#[delete("/")]
fn no_content() -> NoContent {
    NoContent
}

#[tokio::test]
async fn is_204_unless_declared() {
    let response = answer!(unit);
    assert_eq!(response.status(), 204);
    assert_eq!(response.header("content-type"), None);
    assert!(response.bytes().is_empty());

    let response = answer!(created);
    assert_eq!(response.status(), 201);
    assert_eq!(response.header("content-type"), None);
    assert!(response.bytes().is_empty());

    let response = App::new(routes![no_content]).test().delete("/").send().await;
    assert_eq!(response.status(), 204);
}
