//! One typed header.

use super::*;

#[get("/token")]
fn token(Header(authorization): Header<Authorization<Bearer>>) -> String {
    authorization.token().to_owned()
}

#[get("/maybe")]
fn maybe(length: Option<Header<ContentLength>>) -> String {
    format!("{:?}", length.map(|Header(length)| length.0))
}

#[get("/looked-at")]
fn looked_at(token: Result<Header<Authorization<Bearer>>, HeaderRejection>) -> String {
    token.map_or_else(|rejection| rejection.name().to_string(), |token| token.token().to_owned())
}

fn client() -> TestClient {
    App::new(routes![token, maybe, looked_at]).test()
}

#[tokio::test]
async fn is_read_as_its_type() {
    let response = client().get("/token").header("authorization", "Bearer abc").send().await;
    assert_eq!(response.text(), "abc");
}

#[tokio::test]
async fn that_is_missing_or_malformed_is_400_and_named() {
    let response = client().get("/token").send().await;
    assert_eq!(detail(&response, 400), "the header `authorization` is required");
    let response = client().get("/token").header("authorization", "Basic abc").send().await;
    assert_eq!(detail(&response, 400), "the header `authorization` is malformed");
    assert_eq!(client().get("/looked-at").send().await.text(), "authorization");
}

#[tokio::test]
async fn may_be_absent_but_not_wrong_as_an_option() {
    assert_eq!(client().get("/maybe").send().await.text(), "None");
    let response = client().get("/maybe").header("content-length", "many").send().await;
    assert_eq!(detail(&response, 400), "the header `content-length` is malformed");
}
