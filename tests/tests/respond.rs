//! Responders, as a client notices them: status, headers and body of each, and what becomes of those that fail.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::convert::Infallible;
use std::net::SocketAddr;
use std::pin::Pin;
use std::task::{Context, Poll};

use fingerpost::bytes::Bytes;
use fingerpost::headers::CacheControl;
use fingerpost::hyper::body::Frame;
use fingerpost::minijinja::{self, Environment, context};
use fingerpost::{
    App, AppendHeaders, Body, Cookie, Created, Facts, Header, HeaderMap, HeaderName, HeaderValue, Html, Json,
    NoContent, Page, Problem, Redirect, Responder, Response, ResponsePart, SetCookies, StatusCode,
    TestResponse, cookie, delete, get, header, http, post, routes,
};
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

const TEXT: Option<&str> = Some("text/plain; charset=utf-8");
const HTML: Option<&str> = Some("text/html; charset=utf-8");
const OCTETS: Option<&str> = Some("application/octet-stream");

macro_rules! answer {
    ($handler:ident) => {
        App::new(routes![$handler]).test().get("/").send().await
    };
}

#[track_caller]
fn assert_typed(response: &TestResponse, media_type: Option<&str>, body: &[u8]) {
    assert_eq!(response.status(), 200);
    assert_eq!(response.header("content-type"), media_type);
    assert_eq!(response.bytes(), body);
}

/// A 500 that tells the client nothing, and has nothing of the response that failed.
#[track_caller]
fn assert_broken(response: &TestResponse) {
    assert_eq!(response.status(), 500);
    assert_eq!(response.header("content-type"), Some("application/problem+json"));
    assert_eq!(response.json::<Value>(), json!({ "title": "Internal Server Error", "status": 500 }));
    for name in ["location", "set-cookie", "x-a", "x-b", "cache-control"] {
        assert_eq!(response.header(name), None);
    }
}

mod nothing {
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
}

mod text {
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
}

mod bytes {
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
}

mod json {
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
}

mod pages {
    use super::*;

    #[get("/")]
    fn html() -> Html<String> {
        Html("<p>".to_owned())
    }

    #[get("/")]
    fn page(pages: &Environment<'static>) -> Page {
        Page::new(pages, "hello.html", context! { name => "<b>" })
    }

    #[get("/", status = 201)]
    fn missing(pages: &Environment<'static>) -> Page {
        Page::new(pages, "other.html", ())
    }

    #[get("/")]
    fn of_serde(pages: &Environment<'static>) -> (StatusCode, Page) {
        let context = BTreeMap::from([("name", "Ada")]);
        (StatusCode::CREATED, Page::new(pages, "hello.html", minijinja::value::Serde(&context)))
    }

    fn environment() -> Environment<'static> {
        let mut pages = Environment::new();
        pages.add_template("hello.html", "<p>{{ name }}").unwrap();
        pages
    }

    #[tokio::test]
    async fn are_html() {
        assert_typed(&answer!(html), HTML, b"<p>");
    }

    #[tokio::test]
    async fn are_rendered_from_templates() {
        let response = App::new(routes![page]).state(environment()).test().get("/").send().await;
        assert_typed(&response, HTML, b"<p>&lt;b&gt;");
        let response = App::new(routes![of_serde]).state(environment()).test().get("/").send().await;
        assert_eq!((response.status().as_u16(), response.text()), (201, "<p>Ada".to_owned()));
    }

    #[tokio::test]
    async fn that_cannot_be_rendered_are_500() {
        let response = App::new(routes![missing]).state(environment()).test().get("/").send().await;
        assert_broken(&response);
    }

    #[test]
    fn are_values_that_a_test_can_read() {
        assert_eq!(page(&environment()).text().unwrap(), "<p>&lt;b&gt;");
        assert!(missing(&environment()).text().is_err());
    }
}

mod parts {
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
}

mod redirects {
    use super::*;

    #[get("/")]
    fn elsewhere() -> Redirect {
        Redirect::to("/posts/é b?q=%20")
    }

    #[get("/")]
    fn split() -> Redirect {
        Redirect::permanent("/\r\nset-cookie: admin=1")
    }

    #[get("/posts/{id}")]
    fn get_post(id: u64) -> String {
        id.to_string()
    }

    #[get("/old/{id}")]
    fn old_post(id: u64) -> Redirect {
        Redirect::moved(get_post::path(id))
    }

    #[tokio::test]
    async fn have_a_location_and_no_body() {
        let response = answer!(elsewhere);
        assert_eq!(response.status(), 303);
        assert_eq!(response.header("location"), Some("/posts/%C3%A9%20b?q=%20"));
        assert_eq!(response.header("content-type"), None);
        assert!(response.bytes().is_empty());

        let response = App::new(routes![get_post, old_post]).test().get("/old/7").send().await;
        assert_eq!((response.status().as_u16(), response.header("location")), (301, Some("/posts/7")));
    }

    #[tokio::test]
    async fn cannot_split_the_response() {
        assert_broken(&answer!(split));
    }

    #[test]
    fn have_the_status_of_their_name() {
        let all = [
            Redirect::moved("/"),
            Redirect::found("/"),
            Redirect::to("/"),
            Redirect::temporary("/"),
            Redirect::permanent("/"),
        ];
        assert_eq!(all.each_ref().map(|redirect| redirect.status().as_u16()), [301, 302, 303, 307, 308]);
        assert_eq!(all[0].location(), "/");
    }
}

mod created {
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
}

mod responses {
    use super::*;

    /// A body of another library, whose pieces come one by one, and may fail.
    struct Pieces {
        left: Vec<Result<&'static str, std::io::Error>>,
        waited: bool,
    }

    impl Pieces {
        fn new(left: impl Into<Vec<Result<&'static str, std::io::Error>>>) -> Self {
            Self { left: left.into(), waited: false }
        }
    }

    impl fingerpost::hyper::body::Body for Pieces {
        type Data = Bytes;
        type Error = std::io::Error;

        fn poll_frame(
            mut self: Pin<&mut Self>,
            context: &mut Context<'_>,
        ) -> Poll<Option<Result<Frame<Bytes>, std::io::Error>>> {
            self.waited = !self.waited;
            if self.waited {
                context.waker().wake_by_ref();
                return Poll::Pending;
            }
            let piece = (!self.left.is_empty()).then(|| self.left.remove(0));
            Poll::Ready(piece.map(|piece| piece.map(|text| Frame::data(Bytes::from_static(text.as_bytes())))))
        }
    }

    #[get("/")]
    fn own() -> Response {
        let mut response = Response::new(Body::from("tea"));
        *response.status_mut() = StatusCode::IM_A_TEAPOT;
        response.headers_mut().append("x-a", 1.into());
        response.headers_mut().append("x-a", 2.into());
        response
    }

    #[get("/")]
    fn of_text() -> http::Response<String> {
        http::Response::new("text".to_owned())
    }

    #[get("/")]
    fn of_pieces() -> http::Response<Pieces> {
        http::Response::new(Pieces::new([Ok("one "), Ok("two")]))
    }

    #[get("/broken")]
    fn broken_off() -> http::Response<Pieces> {
        http::Response::new(Pieces::new([Ok("one "), Err(std::io::Error::other("disk full"))]))
    }

    #[tokio::test]
    async fn are_sent_as_they_are() {
        let response = answer!(own);
        assert_eq!((response.status().as_u16(), response.text()), (418, "tea".to_owned()));
        assert_eq!(response.headers().get_all("x-a").iter().collect::<Vec<_>>(), ["1", "2"]);
        assert_eq!(response.header("content-type"), None);
        assert_typed(&answer!(of_text), None, b"text");
        assert_typed(&answer!(of_pieces), None, b"one two");
    }

    #[tokio::test]
    async fn that_break_off_end_the_connection() {
        let response = over_socket("/broken").await;
        assert!(response.starts_with("HTTP/1.1 200 OK\r\n"), "{response}");
        assert!(response.ends_with("one \r\n"), "{response}");
    }

    async fn over_socket(path: &str) -> String {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address: SocketAddr = listener.local_addr().unwrap();
        tokio::spawn(App::new(routes![broken_off]).serve_until(listener, std::future::pending()));
        let mut stream = TcpStream::connect(address).await.unwrap();
        stream.write_all(format!("GET {path} HTTP/1.1\r\nhost: a\r\n\r\n").as_bytes()).await.unwrap();
        let mut response = String::new();
        stream.read_to_string(&mut response).await.unwrap();
        response
    }
}

mod cookies {
    use super::*;

    #[post("/login")]
    fn login() -> (SetCookies, &'static str) {
        let open = Cookie::build(("theme", "dark; é"))
            .secure(false)
            .http_only(false)
            .same_site(cookie::SameSite::Strict)
            .path("/a");
        (SetCookies::new().add(("session", "7f3a")).add(open).remove("legacy"), "welcome")
    }

    #[post("/split")]
    fn split() -> (StatusCode, SetCookies, &'static str) {
        let cookie = Cookie::build(("a", "b")).path("/; Domain=example.org");
        (StatusCode::CREATED, SetCookies::new().add(("c", "d")).add(cookie), "text")
    }

    #[tokio::test]
    async fn are_set_to_the_safe_side() {
        let response = App::new(routes![login]).test().post("/login").send().await;
        let lines: Vec<_> =
            response.headers().get_all("set-cookie").iter().map(|v| v.to_str().unwrap()).collect();
        assert_eq!(lines[0], "session=7f3a; HttpOnly; SameSite=Lax; Secure; Path=/");
        assert_eq!(lines[1], "theme=dark%3B%20%C3%A9; SameSite=Strict; Path=/a");
        assert!(lines[2].starts_with("legacy=; HttpOnly; SameSite=Lax; Secure; Path=/; Max-Age=0; Expires="));
        assert_eq!((lines.len(), response.text()), (3, "welcome".to_owned()));
    }

    #[tokio::test]
    async fn cannot_grow_attributes() {
        assert_broken(&App::new(routes![split]).test().post("/split").send().await);
    }
}

mod never {
    use super::*;

    #[get("/")]
    fn infallible() -> Result<&'static str, Infallible> {
        Ok("text")
    }

    #[tokio::test]
    async fn fails() {
        assert_typed(&answer!(infallible), TEXT, b"text");
    }
}
