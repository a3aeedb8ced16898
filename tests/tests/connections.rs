//! Connections: one request after the other, pipelined, broken off, or not HTTP at all.

mod support;

use std::time::Duration;

use fingerpost::bytes::Bytes;
use fingerpost::{App, Body, get, post, routes};
use http_body_util::BodyExt;
use support::serve;

#[get("/")]
fn root() -> &'static str {
    "root"
}

#[get("/other")]
async fn other() -> &'static str {
    "other"
}

#[post("/echo")]
fn echo(body: String) -> String {
    body
}

#[post("/length")]
fn length(body: Bytes) -> String {
    body.len().to_string()
}

/// The same, read by another task.
#[post("/elsewhere")]
async fn elsewhere(body: Body) -> String {
    let read = tokio::spawn(async move { body.collect().await.expect("a whole body").to_bytes().len() });
    read.await.expect("no panic").to_string()
}

#[tokio::test]
async fn reads_a_body_to_its_end_in_however_many_pieces_and_whoever_reads_it() {
    let server = serve(App::new(routes![root, length, elsewhere])).await;
    let mut client = server.connect().await;
    for target in ["/length", "/elsewhere"] {
        // In one read with its head, in one after it, in more than hyper's buffer has room for, and in more than the system's.
        for (bytes, pieces) in [(1, 1), (20, 2), (20_000, 1), (1_000_000, 1), (1_000_000, 3)] {
            let body = vec![b'x'; bytes];
            let head = format!("POST {target} HTTP/1.1\r\nhost: a\r\n");
            let counted = [format!("{head}content-length: {bytes}\r\n\r\n").as_bytes(), &body].concat();
            let chunk = format!("{head}transfer-encoding: chunked\r\n\r\n{bytes:x}\r\n");
            let chunked = [chunk.as_bytes(), &body, b"\r\n0\r\n\r\n"].concat();
            for request in [counted, chunked] {
                for piece in request.chunks(request.len().div_ceil(pieces)) {
                    client.write(piece).await;
                    tokio::time::sleep(Duration::from_millis(5)).await;
                }
                assert_eq!(client.response().await.text(), bytes.to_string());
                assert_eq!(client.request("GET", "/").await.text(), "root");
            }
        }
    }
}

#[tokio::test]
async fn carries_one_request_after_the_other() {
    let server = serve(App::new(routes![root, other, echo])).await;
    let mut client = server.connect().await;
    for _ in 0..3 {
        assert_eq!(client.request("GET", "/").await.text(), "root");
        assert_eq!(client.request("HEAD", "/other").await.header("content-length"), Some("5"));
        assert_eq!(client.request("GET", "/nowhere").await.status, 404);
        client.send("POST", "/echo", &[], b"hello").await;
        assert_eq!(client.response().await.text(), "hello");
        assert_eq!(client.request("PUT", "/echo").await.status, 405);
        assert_eq!(client.request("OPTIONS", "/").await.status, 204);
    }
}

#[tokio::test]
async fn has_the_next_request_after_one_whose_body_nobody_read() {
    let server = serve(App::new(routes![root, other])).await;
    let mut client = server.connect().await;
    for target in ["/nowhere", "/other"] {
        client.send("POST", target, &[], b"GET /other HTTP/1.1\r\n\r\n").await;
        assert!(matches!(client.response().await.status, 404 | 405));
        assert_eq!(client.request("GET", "/").await.text(), "root");
    }
}

#[tokio::test]
async fn answers_pipelined_requests_in_order() {
    let server = serve(App::new(routes![root, other, echo])).await;
    let mut client = server.connect().await;
    let mut requests = Vec::new();
    requests.extend_from_slice(b"GET /other HTTP/1.1\r\nhost: a\r\n\r\n");
    requests.extend_from_slice(b"POST /echo HTTP/1.1\r\nhost: a\r\ncontent-length: 3\r\n\r\nabc");
    requests.extend_from_slice(b"HEAD / HTTP/1.1\r\nhost: a\r\n\r\n");
    requests.extend_from_slice(b"GET /nowhere HTTP/1.1\r\nhost: a\r\n\r\n");
    requests.extend_from_slice(b"GET / HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n");
    client.write(&requests).await;
    assert_eq!(client.response().await.text(), "other");
    assert_eq!(client.response().await.text(), "abc");
    assert_eq!(client.response_to("HEAD").await.header("content-length"), Some("4"));
    assert_eq!(client.response().await.status, 404);
    assert_eq!(client.response().await.text(), "root");
    assert_eq!(client.rest().await, "");
}

#[tokio::test]
async fn answers_one_request_while_half_of_the_next_is_there() {
    let server = serve(App::new(routes![root, other])).await;
    let mut client = server.connect().await;
    client.write(b"GET / HTTP/1.1\r\nhost: a\r\n\r\nGET /oth").await;
    assert_eq!(client.response().await.text(), "root");
    client.write(b"er HTTP/1.1\r\nhost: a\r\n\r\n").await;
    assert_eq!(client.response().await.text(), "other");
}

#[tokio::test]
async fn is_told_that_what_came_is_not_http() {
    let server = serve(App::new(routes![root])).await;
    let many = format!("GET / HTTP/1.1\r\nhost: a\r\n{}\r\n", "a: b\r\n".repeat(1000));
    let long = format!("GET / HTTP/1.1\r\nhost: a\r\na: {}\r\n", "b".repeat(64 * 1024));
    for (bytes, status) in [
        ("GET / HTTP/9.9\r\nhost: a\r\n\r\n", 505),
        ("GET  / HTTP/1.1\r\nhost: a\r\n\r\n", 400),
        ("G(T / HTTP/1.1\r\nhost: a\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\nho st: a\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\nhost: a\r\ncontent-length: x\r\n\r\n", 400),
        (many.as_str(), 431),
        (long.as_str(), 431),
    ] {
        let mut client = server.connect().await;
        client.write(bytes.as_bytes()).await;
        assert_eq!(client.response().await.status, status, "{:?}", &bytes[..30]);
    }
    server.gives(&[("/", "root")]).await;
}

#[tokio::test]
async fn takes_an_absolute_target() {
    let server = serve(App::new(routes![root, other])).await;
    let mut client = server.connect().await;
    for (target, body) in [
        ("http://fingerpost.test/other", "other"),
        ("http://fingerpost.test/", "root"),
        ("http://fingerpost.test", "root"),
    ] {
        assert_eq!(client.request("GET", target).await.text(), body, "{target}");
    }
}

#[tokio::test]
async fn is_told_to_go_on_where_the_body_is_wanted() {
    let server = serve(App::new(routes![echo])).await;
    let mut client = server.connect().await;
    let head = "host: a\r\nexpect: 100-continue\r\ncontent-length: 5\r\n\r\n";
    client.write(format!("POST /echo HTTP/1.1\r\n{head}").as_bytes()).await;
    assert_eq!(client.response().await.status, 100);
    client.write(b"hello").await;
    assert_eq!(client.response().await.text(), "hello");
    client.write(format!("POST /nowhere HTTP/1.1\r\n{head}").as_bytes()).await;
    assert_eq!(client.response().await.status, 404);
}

#[tokio::test]
async fn that_breaks_off_a_body_hurts_nobody_else() {
    let server = serve(App::new(routes![root, echo])).await;
    let mut client = server.connect().await;
    client.write(b"POST /echo HTTP/1.1\r\nhost: a\r\ncontent-length: 50\r\n\r\nhalf").await;
    drop(client);
    let mut client = server.connect().await;
    client.write(b"POST /echo HTTP/1.1\r\nhost: a\r\ntransfer-encoding: chunked\r\n\r\nzz\r\nabc").await;
    assert_eq!(client.response().await.status, 400);
    server.gives(&[("/", "root")]).await;
}

#[tokio::test]
async fn of_http_1_0_ends_with_its_response() {
    let server = serve(App::new(routes![root])).await;
    let mut client = server.connect().await;
    client.write(b"GET / HTTP/1.0\r\n\r\n").await;
    let answer = client.rest().await;
    assert!(answer.starts_with("HTTP/1.0 200 OK\r\n") && answer.ends_with("\r\n\r\nroot"), "{answer}");
}

#[tokio::test]
async fn ends_where_a_request_does_not_come() {
    let app = App::new(routes![root]).header_timeout(Duration::from_millis(50));
    let server = serve(app).await;
    let mut client = server.connect().await;
    client.write(b"GET / HTTP/1.1\r\nhost:").await;
    assert!(client.rest().await.is_empty() || client.is_closed().await);
}

#[tokio::test]
async fn does_not_keep_others_waiting() {
    let server = serve(App::new(routes![root])).await;
    let mut silent = Vec::new();
    for _ in 0..20 {
        let mut client = server.connect().await;
        client.write(b"GET / HTTP/1.1\r\n").await;
        silent.push(client);
    }
    server.gives(&[("/", "root")]).await;
    for client in &mut silent {
        client.write(b"host: a\r\n\r\n").await;
        assert_eq!(client.response().await.text(), "root");
    }
}
