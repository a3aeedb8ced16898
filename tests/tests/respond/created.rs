//! What is new.

use super::*;

#[post("/")]
fn new_post() -> Created<Json<u8>> {
    Created::at("/posts/7", Json(7))
}

#[post("/empty")]
fn empty() -> Created<()> {
    Created::at(format_args!("/posts/{}", 7), ())
}

#[post("/impossible")]
fn impossible() -> Created<Json<HashMap<Vec<u8>, u8>>> {
    Created::at("/posts/7", Json(HashMap::from([(vec![1], 1)])))
}

#[post("/split")]
fn split() -> Created<&'static str> {
    Created::at("/posts/\n7", "text")
}

#[tokio::test]
async fn is_201_with_a_location() {
    let client = App::new(routes![new_post, empty, impossible, split]).test();
    let response = client.post("/").send().await;
    assert_eq!((response.status().as_u16(), response.header("location")), (201, Some("/posts/7")));
    assert_eq!(response.header("content-type"), Some("application/json"));
    assert_eq!(response.text(), "7");

    let response = client.post("/empty").send().await;
    assert_eq!((response.status().as_u16(), response.header("location")), (201, Some("/posts/7")));
    assert!(response.bytes().is_empty());

    assert_broken(&client.post("/impossible").send().await);
    assert_broken(&client.post("/split").send().await);
}

#[test]
fn is_a_value_that_a_test_can_read() {
    assert_eq!((new_post().location(), new_post().value().0), ("/posts/7", 7));
    assert_eq!(new_post().into_value(), Json(7));
}
