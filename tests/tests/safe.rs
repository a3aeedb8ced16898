//! Safe by default: what a handler sets cannot become another response, and nothing is told that nobody asked for.

mod support;

use fingerpost::bytes::Bytes;
use fingerpost::http::{Method, StatusCode};
use fingerpost::{App, Body, Html, OrProblem, Problem, Response, SecurityHeaders, get, post, route, routes};
use support::{Items, serve};

fn with(headers: &[(&'static str, &'static str)], body: Body) -> Response {
    let mut response = Response::new(body);
    for (name, value) in headers {
        response.headers_mut().append(*name, value.parse().unwrap());
    }
    response
}

#[get("/short")]
fn short() -> Response {
    with(&[("content-length", "2")], Body::from("hello HTTP/1.1 200 OK"))
}

#[get("/long")]
fn long() -> Response {
    with(&[("content-length", "500")], Body::from("hello"))
}

#[get("/twice")]
fn twice() -> Response {
    with(&[("content-length", "5"), ("content-length", "1")], Body::from("hello"))
}

#[get("/nonsense")]
fn nonsense() -> Response {
    with(&[("content-length", "five")], Body::from("hello"))
}

#[get("/true")]
fn true_length() -> Response {
    with(&[("content-length", "5")], Body::from("hello"))
}

#[get("/coded")]
fn coded() -> Response {
    with(&[("transfer-encoding", "chunked")], Body::from("0\r\n\r\nHTTP/1.1 200 OK\r\n\r\n"))
}

#[get("/both")]
fn both() -> Response {
    with(&[("transfer-encoding", "gzip"), ("content-length", "5")], Body::from("hello"))
}

#[get("/early")]
fn early() -> Response {
    let mut response = Response::new(Body::from("hello"));
    *response.status_mut() = StatusCode::EARLY_HINTS;
    response
}

#[route(GET, "/status/{status}")]
fn with_status(status: u16) -> Response {
    let mut response = with(&[("content-length", "5")], Body::from("hello"));
    *response.status_mut() = StatusCode::from_u16(status).unwrap();
    response
}

#[get("/cut")]
fn cut() -> Response {
    let items = ["hello", " world"].map(|text| Ok::<_, std::io::Error>(Bytes::from(text)));
    with(&[("content-length", "5")], Body::from_stream(Items::new(items)))
}

#[get("/header?{value}")]
fn header(value: &str) -> Result<Response, Problem> {
    let mut response = Response::default();
    response.headers_mut().insert("x-echo", value.parse().or_problem(500, "no header")?);
    Ok(response)
}

#[get("/page")]
fn page() -> Html<&'static str> {
    Html("<p>hello")
}

#[post("/empty")]
fn empty() {}

#[tokio::test]
async fn a_length_that_is_not_the_bodys_splits_no_response() {
    let table = routes![short, long, twice, nonsense, true_length, coded, both];
    let server = serve(App::new(table)).await;
    let mut client = server.connect().await;
    for (target, body) in [
        ("/short", "hello HTTP/1.1 200 OK"),
        ("/long", "hello"),
        ("/twice", "hello"),
        ("/nonsense", "hello"),
        ("/true", "hello"),
        ("/coded", "0\r\n\r\nHTTP/1.1 200 OK\r\n\r\n"),
        ("/both", "hello"),
    ] {
        let response = client.request("GET", target).await;
        assert_eq!((response.status, &*response.text()), (200, body), "{target}");
        assert_eq!(response.header("transfer-encoding"), None, "{target}");
        assert_eq!(client.request("HEAD", target).await.status, 200, "{target}");
    }
}

#[tokio::test]
async fn statuses_without_a_body_have_none() {
    let server = serve(App::new(routes![with_status, early, true_length])).await;
    let mut client = server.connect().await;
    for status in [204, 304] {
        let response = client.request("GET", &format!("/status/{status}")).await;
        assert_eq!((response.status, response.header("transfer-encoding")), (status, None));
        // Were there a body, it would be read as the next response.
        assert_eq!(client.request("GET", "/true").await.text(), "hello");
    }
    assert_eq!(client.request("GET", "/status/204").await.header("content-length"), None);
    let response = client.request("GET", "/early").await;
    assert_eq!((response.status, response.problem().detail), (500, None));
    assert_eq!(client.request("GET", "/true").await.text(), "hello");
}

#[tokio::test]
async fn a_stream_is_cut_at_the_length_that_was_said() {
    let server = serve(App::new(routes![cut])).await;
    assert_eq!(server.connect().await.only("GET", "/cut", &[], b"").await.text(), "hello");
}

#[tokio::test]
async fn a_line_break_is_no_header() {
    let server = serve(App::new(routes![header])).await;
    for value in ["a%0d%0ax:%20y", "a%0ax:%20y", "a%0dx", "%00"] {
        let response = server.get(&format!("/header?value={value}")).await;
        assert_eq!((response.status, response.header("x")), (500, None), "{value}");
    }
    assert_eq!(server.get("/header?value=a:%20b").await.header("x-echo"), Some("a: b"));
}

#[tokio::test]
async fn says_nosniff_where_there_is_a_body_and_never_who_it_is() {
    let server = serve(App::new(routes![page, empty])).await;
    for (method, target, nosniff) in [
        ("GET", "/page", Some("nosniff")),
        ("HEAD", "/page", Some("nosniff")),
        ("GET", "/nowhere", Some("nosniff")),
        ("DELETE", "/page", Some("nosniff")),
        ("POST", "/empty", None),
    ] {
        let response = server.request(method, target).await;
        assert_eq!(response.header("x-content-type-options"), nosniff, "{method} {target}");
        assert_eq!((response.header("server"), response.header("x-powered-by")), (None, None));
    }
    let plain = serve(App::new(routes![page]).security_headers(SecurityHeaders::none())).await;
    assert_eq!(plain.get("/page").await.header("x-content-type-options"), None);
}

#[get("/framed")]
fn framed() -> Response {
    with(&[("x-frame-options", "SAMEORIGIN")], Body::from("hello"))
}

#[tokio::test]
async fn security_headers_leave_what_a_response_says_of_itself() {
    let headers = SecurityHeaders::api().with("Referrer-Policy", "origin");
    let server = serve(App::new(routes![framed, empty]).security_headers(headers)).await;
    let response = server.get("/framed").await;
    assert_eq!(response.header("x-frame-options"), Some("SAMEORIGIN"));
    assert_eq!(response.header("referrer-policy"), Some("origin"));
    assert!(response.header("content-security-policy").is_some());
    assert_eq!(server.request("POST", "/empty").await.header("x-frame-options"), Some("DENY"));
}

#[tokio::test]
async fn nothing_of_a_request_stands_in_a_failure() {
    let server = serve(App::new(routes![page, empty])).await;
    let script = "%3Cscript%3Ealert(1)%3C/script%3E";
    for (method, target) in [
        (Method::GET, format!("/{script}")),
        (Method::POST, format!("/page?{script}")),
        (Method::GET, "/%ff%3Cscript%3E".into()),
    ] {
        let response = server.request(method.as_str(), &target).await;
        assert!(!response.text().contains("script"), "{}", response.text());
        assert_eq!(response.header("content-type"), Some("application/problem+json"));
    }
}
