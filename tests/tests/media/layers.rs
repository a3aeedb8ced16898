//! Layers around the app: those of others, in their order, and what they are not to take away.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use fingerpost::http::{HeaderValue, Request};
use fingerpost::{App, ClientAddr, Extension, Problem, Response, StatusCode, get, header, post, routes};
use tower::util::MapRequestLayer;
use tower_http::compression::CompressionLayer;
use tower_http::cors::CorsLayer;
use tower_http::decompression::{DecompressionLayer, RequestDecompressionLayer};
use tower_http::request_id::{MakeRequestUuid, PropagateRequestIdLayer, RequestId, SetRequestIdLayer};
use tower_http::set_header::SetResponseHeaderLayer;
use tower_http::trace::TraceLayer;

use crate::support::{PATIENCE, serve};

#[get("/")]
fn home() -> String {
    "home ".repeat(1_000)
}

#[get("/short")]
fn short() -> &'static str {
    "short"
}

#[post("/length", body_limit = "1 KiB")]
fn length(body: String) -> String {
    body.len().to_string()
}

#[get("/slow")]
async fn slow() {
    tokio::time::sleep(PATIENCE * 2).await;
}

/// A string of gzip, as an independent program wrote it: `printf hello | gzip -n`.
const HELLO: &[u8] = b"\x1f\x8b\x08\0\0\0\0\0\0\x03\xcbH\xcd\xc9\xc9\x07\0\x86\xa6\x106\x05\0\0\0";

#[tokio::test]
async fn cors_answers_before_the_app_and_after_it() {
    let cors = CorsLayer::new()
        .allow_origin(HeaderValue::from_static("https://a.example"))
        .allow_methods(["PUT".parse().expect("a method")]);
    let server = serve(App::new(routes![short]).layer(cors)).await;
    let origin = "origin: https://a.example";
    let response = server.send("GET", "/short", &[origin], b"").await;
    assert_eq!(
        (&*response.text(), response.header("access-control-allow-origin")),
        ("short", Some("https://a.example"))
    );
    let preflight =
        server.send("OPTIONS", "/short", &[origin, "access-control-request-method: PUT"], b"").await;
    assert_eq!((preflight.status, preflight.header("access-control-allow-methods")), (200, Some("PUT")));
    // A page of that origin may read why it failed.
    let missing = server.send("GET", "/none", &[origin], b"").await;
    assert_eq!(
        (missing.status, missing.header("access-control-allow-origin")),
        (404, Some("https://a.example"))
    );
    assert_eq!(missing.problem().title, "Not Found");
}

#[tokio::test]
async fn a_response_is_compressed_for_who_takes_it() {
    let server = serve(App::new(routes![home, short]).layer(CompressionLayer::new())).await;
    let plain = server.get("/").await;
    assert_eq!((plain.header("content-encoding"), plain.body.len()), (None, 5_000));
    let mut client = server.connect().await;
    for _ in 0..2 {
        client.send("GET", "/", &["accept-encoding: gzip"], b"").await;
        let compressed = client.response().await;
        assert_eq!(compressed.header("content-encoding"), Some("gzip"));
        assert!(compressed.body.starts_with(b"\x1f\x8b") && compressed.body.len() < 200);
    }
    let head = server.send("HEAD", "/", &["accept-encoding: gzip"], b"").await;
    assert_eq!((head.status, head.header("content-encoding")), (200, Some("gzip")));
}

#[tokio::test]
async fn the_limit_of_a_body_is_that_of_what_comes_out_of_it() {
    let layered = App::new(routes![home, length])
        .layer(RequestDecompressionLayer::new())
        .layer(CompressionLayer::new());
    let server = serve(layered).await;
    let gzip = ["content-encoding: gzip"];
    assert_eq!(server.send("POST", "/length", &gzip, HELLO).await.text(), "5");
    assert_eq!(server.send("POST", "/length", &[], b"plain").await.text(), "5");
    // 5,000 bytes in less than 200.
    let bomb = server.send("GET", "/", &["accept-encoding: gzip"], b"").await.body;
    assert!(bomb.len() < 200);
    let response = server.send("POST", "/length", &gzip, &bomb).await;
    assert_eq!(response.status, 413);
    assert!(response.problem().detail.is_some_and(|detail| detail.contains("1024 bytes")));
    let broken = server.send("POST", "/length", &gzip, b"\x1f\x8b nonsense").await;
    assert_eq!((broken.status, broken.problem().title), (400, "Bad Request".to_owned()));
    let unknown = server.send("POST", "/length", &["content-encoding: rot13"], b"uryyb").await;
    assert_eq!(unknown.status, 415);
}

#[get("/id")]
fn id(Extension(id): Extension<RequestId>) -> String {
    id.header_value().to_str().unwrap_or_default().to_owned()
}

#[tokio::test]
async fn what_a_layer_attaches_is_there_for_handlers() {
    let app = App::new(routes![id])
        .layer(PropagateRequestIdLayer::x_request_id())
        .layer(SetRequestIdLayer::x_request_id(MakeRequestUuid))
        .layer(TraceLayer::new_for_http());
    let server = serve(app).await;
    let response = server.get("/id").await;
    assert_eq!(response.text().len(), 36);
    assert_eq!(response.header("x-request-id"), Some(&*response.text()));
    assert_eq!(server.send("GET", "/id", &["x-request-id: 7"], b"").await.text(), "7");
}

#[get("/peer")]
fn peer(ClientAddr(address): ClientAddr) -> String {
    address.ip().to_string()
}

#[tokio::test]
async fn the_address_of_the_client_stays() {
    let server = serve(App::new(routes![peer]).layer(TraceLayer::new_for_http())).await;
    assert_eq!(server.get("/peer").await.text(), "127.0.0.1");
}

fn tag(value: &'static str) -> SetResponseHeaderLayer<HeaderValue> {
    SetResponseHeaderLayer::appending(header::VIA, HeaderValue::from_static(value))
}

#[tokio::test]
async fn a_later_layer_is_around_those_before() {
    let app = App::new(routes![short]).layer(tag("first")).layer(tag("second"));
    let service = app.into_service().expect("the settings are right").layer(tag("third"));
    let response = service.test().get("/short").send().await;
    let via: Vec<_> = response.headers().get_all("via").iter().collect();
    assert_eq!(via, ["first", "second", "third"]);
}

#[tokio::test]
async fn a_layer_sees_what_no_route_answers() {
    let seen = Arc::new(AtomicUsize::new(0));
    let count = seen.clone();
    let layer = MapRequestLayer::new(move |request: Request<_>| {
        count.fetch_add(1, Ordering::SeqCst);
        request
    });
    let server = serve(App::new(routes![short, length]).layer(layer)).await;
    for (method, target, status) in
        [("GET", "/short", 200), ("GET", "/none", 404), ("GET", "/length", 405), ("BREW", "/", 501)]
    {
        let response = server.request(method, target).await;
        assert_eq!(response.status, status, "{method} {target}");
    }
    assert_eq!(seen.load(Ordering::SeqCst), 4);
}

#[tokio::test]
async fn a_layer_may_send_a_request_elsewhere() {
    let layer = MapRequestLayer::new(|mut request: Request<_>| {
        *request.uri_mut() = "/short".parse().expect("a target");
        request
    });
    let server = serve(App::new(routes![short]).layer(layer)).await;
    assert_eq!(server.get("/anything").await.text(), "short");
}

/// A layer that gives up with an error of its own.
#[tokio::test]
async fn a_layer_that_fails_is_500_and_says_nothing_of_itself() {
    let app =
        App::new(routes![slow, short]).layer(tower::timeout::TimeoutLayer::new(Duration::from_millis(30)));
    let server = serve(app).await;
    let mut client = server.connect().await;
    let response = client.request("GET", "/slow").await;
    assert_eq!((response.status, response.problem().detail), (500, None));
    assert_eq!(client.request("GET", "/short").await.text(), "short");
}

/// A layer that is not ready before another request has been answered.
#[tokio::test]
async fn a_layer_is_waited_for_until_it_is_ready() {
    let app = App::new(routes![short]).layer(tower::limit::GlobalConcurrencyLimitLayer::new(1));
    let server = serve(app).await;
    let (mut one, mut two) = (server.connect().await, server.connect().await);
    for _ in 0..20 {
        one.send("GET", "/short", &[], b"").await;
        two.send("GET", "/short", &[], b"").await;
        assert_eq!(
            (one.response().await.text(), two.response().await.text()),
            ("short".to_owned(), "short".to_owned())
        );
    }
}

#[get("/gone")]
fn gone() -> Result<(), Problem> {
    Err(Problem::new(410))
}

#[tokio::test]
async fn a_failure_is_written_before_the_layers_see_it() {
    let app = App::new(routes![gone]).layer(tag("seen")).on_failure(|_, problem| {
        let mut page = Response::new(format!("<h1>{problem}</h1>").into());
        page.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html"));
        (problem.status() == StatusCode::GONE).then_some(page)
    });
    let server = serve(app).await;
    let response = server.get("/gone").await;
    assert_eq!((response.status, &*response.text()), (410, "<h1>410 Gone</h1>"));
    assert_eq!((response.header("via"), response.header("content-type")), (Some("seen"), Some("text/html")));
}

/// An app with layers is a service for others, its layers with it.
#[tokio::test]
async fn layers_go_with_the_service() {
    use tower::ServiceExt as _;
    let service = App::new(routes![home, short])
        .layer(CompressionLayer::new())
        .into_service()
        .expect("the settings are right");
    let request =
        Request::builder().uri("/").header("accept-encoding", "gzip").body(String::new()).expect("a request");
    let response = service.clone().oneshot(request).await.expect("it never fails");
    assert_eq!(response.headers()["content-encoding"], "gzip");
    let whole = tower::ServiceBuilder::new().layer(DecompressionLayer::new()).service(service);
    let request = Request::builder().uri("/").body(String::new()).expect("a request");
    let body = whole.oneshot(request).await.expect("it never fails").into_body();
    let bytes = http_body_util::BodyExt::collect(body).await.expect("a whole body").to_bytes();
    assert_eq!(bytes.len(), 5_000);
}
