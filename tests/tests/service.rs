//! The app as a service: under a hyper server of one's own, and as a tower service, alone, layered and nested.

mod support;

use std::convert::Infallible;
use std::net::SocketAddr;
use std::time::Duration;

use fingerpost::bytes::Bytes;
use fingerpost::http::{Request, Response};
use fingerpost::{App, Body, ClientAddr, Extension, Json, Service, TrailingSlash, get, post, routes};
use http_body_util::{BodyExt, Empty, Full, StreamBody};
use hyper::body::{Frame, Incoming};
use hyper::server::conn::http1;
use hyper::service::Service as _;
use hyper_util::rt::TokioIo;
use serde_json::Value;
use support::{Client, Items};
use tokio::net::{TcpListener, TcpStream};
use tower::{ServiceBuilder, ServiceExt};

struct Greeting(&'static str);

#[get("/hello/{name}")]
fn hello(name: &str, greeting: &Greeting) -> String {
    format!("{}, {name}", greeting.0)
}

#[post("/echo", body_limit = "64 B")]
async fn echo(body: Bytes) -> Bytes {
    body
}

#[post("/json", status = 201)]
fn json(Json(value): Json<Value>) -> Json<Value> {
    Json(value)
}

#[get("/links")]
fn links() -> String {
    hello::path("Ada").to_string()
}

#[get("/panics")]
fn panics() {
    panic!("in a service")
}

#[get("/late", timeout = "10 ms")]
async fn late() {
    std::future::pending::<()>().await;
}

/// What a layer before the app knows.
#[derive(Clone)]
struct RequestId(u32);

#[get("/id")]
fn id(Extension(RequestId(id)): Extension<RequestId>, client: Option<ClientAddr>) -> String {
    let client = client.map(|ClientAddr(address)| address.to_string());
    format!("{id} {client:?}")
}

routes! { all = [hello, echo, json, links, panics, late, id] }

fn service() -> Service {
    App::new(all).state(Greeting("Hello")).into_service().expect("a service")
}

/// A server as people write it by hand: hyper, one task a connection.
async fn by_hand(service: Service) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = listener.local_addr().expect("its address");
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let connection = http1::Builder::new().serve_connection(TokioIo::new(stream), service.clone());
            tokio::spawn(connection);
        }
    });
    address
}

mod hyper_service {
    use super::*;

    #[tokio::test]
    async fn is_served_by_a_server_of_ones_own() {
        let address = by_hand(service()).await;
        let mut client = Client::connect(address).await;
        assert_eq!(client.request("GET", "/hello/Ada").await.text(), "Hello, Ada");
        client.send("POST", "/echo", &[], b"as it came").await;
        assert_eq!(client.response().await.text(), "as it came");
        client.send("POST", "/json", &["content-type: application/json"], b"[1, 2]").await;
        let response = client.response().await;
        assert_eq!((response.status, response.text().as_str()), (201, "[1,2]"));
        let head = client.request("HEAD", "/hello/Ada").await;
        assert_eq!((head.status, head.header("content-length")), (200, Some("10")));
        assert_eq!(client.request("GET", "/links").await.text(), "/hello/Ada");
        for (method, target, status) in [
            ("GET", "/nowhere", 404),
            ("DELETE", "/echo", 405),
            ("BREW", "/echo", 501),
            ("GET", "/%zz", 400),
            ("GET", "/panics", 500),
            ("GET", "/late", 503),
        ] {
            let response = client.request(method, target).await;
            assert_eq!(response.status, status, "{method} {target}");
            response.problem();
        }
        client.send("POST", "/echo", &[], &[b'x'; 65]).await;
        assert_eq!(client.response().await.status, 413);
    }

    #[tokio::test]
    async fn stands_inside_a_service_of_ones_own() {
        let inner = service();
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = listener.local_addr().expect("its address");
        tokio::spawn(async move {
            let (stream, peer) = listener.accept().await.expect("a client");
            let outer = hyper::service::service_fn(move |mut request: Request<Incoming>| {
                let inner = inner.clone();
                request.extensions_mut().insert(RequestId(7));
                request.extensions_mut().insert(ClientAddr(peer));
                async move {
                    let mut response = inner.call(request).await?;
                    response.headers_mut().insert("x-outer", "seen".parse().expect("a value"));
                    Ok::<_, Infallible>(response)
                }
            });
            http1::Builder::new().serve_connection(TokioIo::new(stream), outer).await
        });
        let stream = TcpStream::connect(address).await.expect("the server listens");
        let own = stream.local_addr().expect("an address");
        let (mut sender, connection) =
            hyper::client::conn::http1::handshake(TokioIo::new(stream)).await.expect("a handshake");
        tokio::spawn(connection);
        let request = Request::get("/id").header("host", "a").body(Empty::<Bytes>::new()).expect("a request");
        let response = sender.send_request(request).await.expect("a response");
        assert_eq!(response.headers()["x-outer"], "seen");
        let body = response.into_body().collect().await.expect("a body").to_bytes();
        assert_eq!(body, format!("7 Some(\"{own}\")"));
    }
}

mod tower_service {
    use super::*;

    async fn text(response: Response<Body>) -> String {
        let body = response.into_body().collect().await.expect("a body").to_bytes();
        String::from_utf8(body.to_vec()).expect("UTF-8")
    }

    #[tokio::test]
    async fn answers_one_request() {
        let request = Request::get("/hello/Ada").body(Body::empty()).expect("a request");
        let Ok(response) = service().oneshot(request).await;
        assert_eq!((response.status().as_u16(), text(response).await.as_str()), (200, "Hello, Ada"));
        let request = Request::get("http://example.org/nowhere?q").body(Body::empty()).expect("a request");
        let Ok(response) = service().oneshot(request).await;
        assert_eq!(response.status(), 404);
        assert_eq!(response.headers()["content-type"], "application/problem+json");
        assert_eq!(text(response).await, r#"{"title":"Not Found","status":404}"#);
        let request = Request::head("/hello/Ada").body(Body::empty()).expect("a request");
        let Ok(response) = service().oneshot(request).await;
        assert_eq!(response.headers()["content-length"], "10");
        assert_eq!(text(response).await, "");
    }

    type Part = std::io::Result<Frame<Bytes>>;

    fn part(text: &'static str) -> Part {
        Ok(Frame::data(Bytes::from(text)))
    }

    async fn streamed(parts: impl IntoIterator<Item = Part>) -> Response<Body> {
        let body = StreamBody::new(Items::new(parts));
        let Ok(response) = service().oneshot(Request::post("/echo").body(body).expect("a request")).await;
        response
    }

    #[tokio::test]
    async fn takes_bodies_of_every_kind() {
        let request = Request::post("/echo").body(Full::new(Bytes::from("full"))).expect("a request");
        let Ok(response) = service().oneshot(request).await;
        assert_eq!(text(response).await, "full");
        let request = Request::post("/echo").body("text".to_owned()).expect("a request");
        let Ok(response) = service().oneshot(request).await;
        assert_eq!(text(response).await, "text");

        assert_eq!(text(streamed([part("one "), part("two")]).await).await, "one two");
        let forty = "forty bytes, of which two are too many!!";
        assert_eq!(streamed([part(forty), part(forty)]).await.status(), 413);
        let broken = streamed([part("half"), Err(std::io::Error::other("the other half is lost"))]).await;
        assert_eq!(broken.status(), 400);
        assert!(!text(broken).await.contains("half"));
    }

    #[tokio::test]
    async fn is_ready_again_and_its_clones_are_the_same_app() {
        let mut service = service();
        let clone = service.clone();
        for name in ["Ada", "Grace"] {
            let request = Request::get(format!("/hello/{name}")).body(Body::empty()).expect("a request");
            let ready = ServiceExt::<Request<Body>>::ready(&mut service).await;
            let Ok(response) = tower::Service::call(ready.expect("always"), request).await;
            assert_eq!(text(response).await, format!("Hello, {name}"));
        }
        let request = Request::get("/hello/Ada").body(Body::empty()).expect("a request");
        let task = tokio::spawn(async move { clone.oneshot(request).await });
        let Ok(response) = task.await.expect("it runs on any thread");
        assert_eq!(text(response).await, "Hello, Ada");
    }

    #[tokio::test]
    async fn stands_below_layers() {
        let layered = ServiceBuilder::new()
            .map_request(|mut request: Request<Body>| {
                request.extensions_mut().insert(RequestId(9));
                request
            })
            .map_response(|mut response: Response<Body>| {
                response.headers_mut().insert("x-layer", "seen".parse().expect("a value"));
                response
            })
            .service(service());
        let request = Request::get("/id").body(Body::empty()).expect("a request");
        let Ok(response) = layered.clone().oneshot(request).await;
        assert_eq!(response.headers()["x-layer"], "seen");
        assert_eq!(text(response).await, "9 None");
        let Ok(response) =
            layered.oneshot(Request::delete("/id").body(Body::empty()).expect("a request")).await;
        assert_eq!((response.status().as_u16(), response.headers().contains_key("x-layer")), (405, true));
    }

    #[tokio::test]
    async fn may_be_boxed_and_bound_by_a_timeout() {
        let boxed = tower::util::BoxCloneService::new(service());
        let request = Request::get("/panics").body(Body::empty()).expect("a request");
        let answer = tokio::time::timeout(Duration::from_secs(5), boxed.oneshot(request)).await;
        let Ok(response) = answer.expect("in time");
        assert_eq!(response.status(), 500);
    }
}

#[tokio::test]
async fn settings_belong_to_the_service_too() {
    let app = App::new(routes!["/api" => all]).state(Greeting("Hi")).trailing_slash(TrailingSlash::Redirect);
    let address = by_hand(app.into_service().expect("a service")).await;
    let mut client = Client::connect(address).await;
    let response = client.request("GET", "/api/hello/Ada/?q").await;
    assert_eq!((response.status, response.header("location")), (308, Some("/api/hello/Ada?q")));
    assert_eq!(client.request("GET", "/api/links").await.text(), "/api/hello/Ada");
}

#[test]
fn a_wrong_setting_is_told_before_anything_is_served() {
    let error = App::new(routes![links]).origin("example.org").into_service().expect_err("no origin");
    assert!(error.to_string().contains("`example.org`"), "{error}");
}
