//! What a client gives for an argument is what the handler is given.

use fingerpost::headers::Authorization;
use fingerpost::{Cookies, LastEventId, header};

use crate::api::{self, Filter};
use crate::served;

#[tokio::test]
async fn captures_and_parameters_stand_in_the_functions_order() {
    let (_server, client) = served().await;
    let all = api::search::request(&["a&b", "ü"], "x y", "50% off?", "c/d e", Some(3), Some(4), Some("#5"));
    let given = client.call(all).await.unwrap().success().unwrap();
    assert_eq!(*given, r##"x y c/d e 50% off? 3 Some(4) Some("#5") ["a&b", "ü"]"##);
    let least = api::search::request(&[] as &[&str], "k", "q", "p", None, None, None);
    let given = client.call(least).await.unwrap().success().unwrap();
    assert_eq!(*given, "k p q 10 None None []");
}

#[tokio::test]
async fn whole_queries_and_forms() {
    let (_server, client) = served().await;
    let filter = Filter { tag: vec!["a b".to_owned(), "c&d".to_owned()], page: Some(2) };
    let queried = client.call(api::filtered::request(filter.clone())).await.unwrap().success().unwrap();
    assert_eq!(*queried, filter);
    let posted = client.call(api::form::request(filter.clone())).await.unwrap().success().unwrap();
    assert_eq!(*posted, filter);
}

#[tokio::test]
async fn headers_and_cookies() {
    let (_server, client) = served().await;
    let cookies = Cookies::from_iter([("theme", "dark; not light"), ("id", "7")]);
    let seen = Some(LastEventId("ü".to_owned()));
    let call = api::credentials::request(Authorization::bearer("abc").unwrap(), cookies, seen);
    let given = client.call(call).await.unwrap().success().unwrap();
    assert_eq!(*given, r#"abc ["theme=dark; not light", "id=7"] Some("ü")"#);
}

#[tokio::test]
async fn what_the_server_knows_is_no_argument() {
    let (_server, client) = served().await;
    assert_eq!(*client.call(api::known::request()).await.unwrap().success().unwrap(), "GET true false");
}

#[tokio::test]
async fn headers_of_all_calls_and_of_one() {
    let (_server, client) = served().await;
    let client = client.header(header::AUTHORIZATION, "Bearer of-all".parse().unwrap());
    let call = api::credentials::request(Authorization::bearer("of-this").unwrap(), Cookies::default(), None);
    assert!(client.call(call).await.unwrap().success().unwrap().starts_with("of-this "));
    let call = api::home::request().header(header::ACCEPT_LANGUAGE, "de\n");
    let error = client.call(call).await.unwrap_err();
    assert!(matches!(error, fingerpost::client::CallError::Argument(_)), "{error:?}");
}

#[tokio::test]
#[expect(deprecated)]
async fn a_request_of_a_deprecated_handler_is_deprecated_too() {
    let (_server, client) = served().await;
    assert_eq!(*client.call(api::old::request()).await.unwrap().success().unwrap(), "old");
}
