//! Statuses and headers in tuples.

use super::*;

type OneHeader = [(&'static str, &'static str); 1];

#[get("/")]
fn status() -> (StatusCode, &'static str) {
    (StatusCode::ACCEPTED, "soon")
}

#[get("/")]
fn media_type() -> ([(HeaderName, &'static str); 1], Vec<u8>) {
    ([(header::CONTENT_TYPE, "image/png")], b"png".to_vec())
}

#[get("/", status = 203)]
fn beside_a_declared_status() -> (OneHeader, &'static str) {
    ([("x-a", "b")], "text")
}

#[get("/")]
fn three() -> (StatusCode, HeaderMap, [(String, HeaderValue); 2], &'static str) {
    let map = HeaderMap::from_iter([(header::CACHE_CONTROL, HeaderValue::from_static("no-store"))]);
    let twice = [("x-a".to_owned(), 1.into()), ("x-a".to_owned(), 2.into())];
    (StatusCode::OK, map, twice, "text")
}

#[get("/")]
fn appended() -> (OneHeader, AppendHeaders<Vec<(&'static str, String)>>, &'static str) {
    ([("x-a", "1")], AppendHeaders(vec![("x-a", "2".to_owned()), ("x-a", "3".to_owned())]), "text")
}

#[get("/")]
fn replaced() -> (OneHeader, OneHeader, &'static str) {
    ([("x-a", "1")], [("x-a", "2")], "text")
}

#[get("/")]
fn typed() -> (Header<CacheControl>, &'static str) {
    (Header(CacheControl::new().with_no_store()), "text")
}

#[get("/")]
fn as_an_error() -> Result<&'static str, (StatusCode, OneHeader, String)> {
    Err((StatusCode::CONFLICT, [("x-a", "b")], "taken".to_owned()))
}

#[get("/")]
fn with_a_problem() -> Result<&'static str, (OneHeader, Problem)> {
    Err(([("retry-after", "5")], Problem::new(503)))
}

fn values<'r>(response: &'r TestResponse, name: &str) -> Vec<&'r HeaderValue> {
    response.headers().get_all(name).iter().collect()
}

#[tokio::test]
async fn stand_instead_of_what_the_responder_says() {
    let response = answer!(status);
    assert_eq!((response.status().as_u16(), response.header("content-type")), (202, TEXT));
    assert_eq!(response.text(), "soon");
    assert_typed(&answer!(media_type), Some("image/png"), b"png");
    let response = answer!(beside_a_declared_status);
    assert_eq!((response.status().as_u16(), response.header("x-a")), (203, Some("b")));
}

#[tokio::test]
async fn may_be_three_and_repeat() {
    let response = answer!(three);
    assert_eq!(response.header("cache-control"), Some("no-store"));
    assert_eq!(values(&response, "x-a"), ["1", "2"]);
    assert_typed(&response, TEXT, b"text");
    assert_eq!(values(&answer!(appended), "x-a"), ["1", "2", "3"]);
    assert_eq!(values(&answer!(replaced), "x-a"), ["2"]);
    assert_eq!(answer!(typed).header("cache-control"), Some("no-store"));
}

#[tokio::test]
async fn go_with_errors_too() {
    let response = answer!(as_an_error);
    assert_eq!((response.status().as_u16(), response.header("x-a")), (409, Some("b")));
    assert_eq!(response.text(), "taken");
    let response = answer!(with_a_problem);
    assert_eq!((response.status().as_u16(), response.header("retry-after")), (503, Some("5")));
    assert_eq!(response.header("content-type"), Some("application/problem+json"));
}

#[get("/")]
fn split() -> ([(&'static str, String); 1], StatusCode, OneHeader, &'static str) {
    ([("x-a", "b\r\nset-cookie: admin=1".to_owned())], StatusCode::CREATED, [("x-b", "c")], "text")
}

#[get("/", status = 201, header("x-b" = "c"))]
fn split_name() -> (OneHeader, &'static str) {
    ([("x-a: b\r\nx-c", "d")], "text")
}

#[get("/")]
fn split_appended() -> (StatusCode, AppendHeaders<OneHeader>, &'static str) {
    (StatusCode::CREATED, AppendHeaders([("x-a", "b\nc")]), "text")
}

#[tokio::test]
async fn cannot_split_the_response() {
    for response in [answer!(split), answer!(split_name), answer!(split_appended)] {
        assert_broken(&response);
    }
}

struct Marked;

impl ResponsePart for Marked {
    const SETS_STATUS: bool = true;

    fn add_to(self, response: &mut Response) {
        *response.status_mut() = StatusCode::IM_A_TEAPOT;
    }
}

#[test]
fn tell_whether_they_set_the_status() {
    const PLAIN: Facts = <(OneHeader, ()) as Responder>::FACTS;
    const SET: Facts = <(OneHeader, Marked, ()) as Responder>::FACTS;
    assert_eq!((PLAIN.status(), PLAIN.has_own_status(), PLAIN.has_body()), (204, false, false));
    assert_eq!((SET.status(), SET.has_own_status(), SET.has_body()), (204, true, false));
    let mut response = Response::default();
    (Marked, "tea").respond(&mut response);
    assert_eq!(response.status(), 418);
}
