//! The limits of a route and of its app: the length of a body, the time of a handler.

mod support;

use std::io;
use std::time::{Duration, Instant};

use fingerpost::bytes::Bytes;
use fingerpost::{App, Body, BodyError, Json, Response, get, post, put, routes};
use futures_util::stream;
use serde_json::Value;
use support::{Server, serve};

mod body_limit {
    use super::*;

    #[post("/ten", body_limit = "10 B")]
    fn ten(body: Bytes) -> String {
        body.len().to_string()
    }

    #[post("/kib", body_limit = "1 KiB")]
    async fn kib(body: String) -> String {
        body.len().to_string()
    }

    #[post("/json", body_limit = "1_0 B")]
    fn limited_json(Json(value): Json<Value>) -> String {
        value.to_string()
    }

    #[post("/usual")]
    fn usual(body: Bytes) -> String {
        body.len().to_string()
    }

    #[put("/unread")]
    fn unread() -> &'static str {
        "not read"
    }

    #[put("/stream", body_limit = "10 B")]
    fn streamed(body: Body) -> Response {
        Response::new(body)
    }

    #[post("/read", body_limit = "10 B")]
    async fn read(mut body: Body) -> Result<String, BodyError> {
        let mut pieces = Vec::new();
        while let Some(piece) = body.chunk().await? {
            assert!(!piece.is_empty());
            pieces.extend_from_slice(&piece);
        }
        Ok(pieces.len().to_string())
    }

    /// As many bytes in chunks of at most this many.
    async fn chunked(server: &Server, target: &str, bytes: usize, chunk: usize) -> support::Response {
        let mut client = server.connect().await;
        client
            .write(
                format!("POST {target} HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n")
                    .as_bytes(),
            )
            .await;
        let mut left = bytes;
        while left > 0 {
            let size = left.min(chunk);
            // The server may have answered and closed before all of it is there.
            if client.try_write(format!("{size:x}\r\n{}\r\n", "1".repeat(size)).as_bytes()).await.is_err() {
                break;
            }
            left -= size;
        }
        let _ = client.try_write(b"0\r\n\r\n").await;
        client.response().await
    }

    fn is_too_large(response: &support::Response, limit: &str) {
        assert_eq!(response.status, 413, "{}", response.text());
        let problem = response.problem();
        let detail = problem.detail.unwrap_or_default();
        assert!(detail.contains(limit), "{detail:?} does not say {limit}");
    }

    #[tokio::test]
    async fn holds_for_a_length_that_is_declared() {
        let server = serve(App::new(routes![ten, kib, limited_json])).await;
        assert_eq!(server.send("POST", "/ten", &[], &[b'x'; 10]).await.text(), "10");
        is_too_large(&server.send("POST", "/ten", &[], &[b'x'; 11]).await, "10");
        assert_eq!(server.send("POST", "/kib", &[], &[b'x'; 1024]).await.text(), "1024");
        is_too_large(&server.send("POST", "/kib", &[], &[b'x'; 1025]).await, "1");
        let json = ["content-type: application/json"];
        assert_eq!(server.send("POST", "/json", &json, b"1234567890").await.text(), "1234567890");
        is_too_large(&server.send("POST", "/json", &json, b"12345678901").await, "10");
    }

    #[tokio::test]
    async fn holds_for_a_length_that_is_not() {
        let server = serve(App::new(routes![ten, kib, limited_json])).await;
        for chunk in [1, 4, 100] {
            assert_eq!(chunked(&server, "/ten", 10, chunk).await.text(), "10");
            is_too_large(&chunked(&server, "/ten", 11, chunk).await, "10");
            is_too_large(&chunked(&server, "/json", 11, chunk).await, "10");
        }
        assert_eq!(chunked(&server, "/kib", 1024, 1000).await.text(), "1024");
        is_too_large(&chunked(&server, "/kib", 2000, 1000).await, "1");
    }

    #[tokio::test]
    async fn is_told_before_the_body_is_sent() {
        let server = serve(App::new(routes![ten])).await;
        let mut client = server.connect().await;
        client
            .write(b"POST /ten HTTP/1.1\r\nhost: a\r\ncontent-length: 1000000000\r\nexpect: 100-continue\r\n\r\n")
            .await;
        is_too_large(&client.response().await, "10");
    }

    #[tokio::test]
    async fn lets_the_client_have_the_answer_while_it_sends() {
        let server = serve(App::new(routes![ten, usual])).await;
        let large = vec![b'x'; 6 * 1024 * 1024];
        for target in ["/ten", "/usual"] {
            for _ in 0..5 {
                let mut client = server.connect().await;
                let head =
                    format!("POST {target} HTTP/1.1\r\nhost: a\r\ncontent-length: {}\r\n\r\n", large.len());
                client.write(head.as_bytes()).await;
                // A client that reads only when all is sent, as most are.
                let _ = client.try_write(&large).await;
                is_too_large(&client.response().await, "");
            }
            is_too_large(&chunked(&server, target, large.len(), 64 * 1024).await, "");
        }
        assert_eq!(server.send("POST", "/ten", &[], b"on").await.text(), "2");
    }

    #[tokio::test]
    async fn is_the_apps_where_the_route_has_none() {
        let server = serve(App::new(routes![usual])).await;
        assert_eq!(server.send("POST", "/usual", &[], &vec![0; 2 * 1024 * 1024]).await.text(), "2097152");
        assert_eq!(server.send("POST", "/usual", &[], &vec![0; 2 * 1024 * 1024 + 1]).await.status, 413);
        let server = serve(App::new(routes![usual, kib]).body_limit(5)).await;
        assert_eq!(server.send("POST", "/usual", &[], b"12345").await.text(), "5");
        is_too_large(&server.send("POST", "/usual", &[], b"123456").await, "5");
        assert_eq!(server.send("POST", "/kib", &[], b"123456").await.text(), "6");
    }

    #[tokio::test]
    async fn is_none_of_a_handler_that_reads_nothing() {
        let server = serve(App::new(routes![unread]).body_limit(5)).await;
        assert_eq!(server.send("PUT", "/unread", &[], b"more than five").await.text(), "not read");
    }

    #[tokio::test]
    async fn is_told_to_who_reads_it_piece_by_piece() {
        let server = serve(App::new(routes![read])).await;
        assert_eq!(server.send("POST", "/read", &[], b"").await.text(), "0");
        assert_eq!(server.send("POST", "/read", &[], b"0123456789").await.text(), "10");
        is_too_large(&server.send("POST", "/read", &[], b"0123456789a").await, "10");
        for chunk in [1, 4, 100] {
            assert_eq!(chunked(&server, "/read", 10, chunk).await.text(), "10");
            is_too_large(&chunked(&server, "/read", 11, chunk).await, "longer than allowed");
        }
    }

    #[tokio::test]
    async fn or_that_it_is_broken() {
        let broken = Body::from_stream(stream::iter([Ok("1"), Err(io::Error::other("broken"))]));
        let response = App::new(routes![read]).test().post("/read").body(broken).send().await;
        assert_eq!(
            response.text(),
            r#"{"title":"Bad Request","status":400,"detail":"the request's body could not be read"}"#
        );
    }

    #[tokio::test]
    async fn ends_a_stream() {
        let server = serve(App::new(routes![streamed])).await;
        assert_eq!(server.send("PUT", "/stream", &[], b"0123456789").await.text(), "0123456789");
        is_too_large(&server.send("PUT", "/stream", &[], b"0123456789a").await, "10");
    }
}

mod timeout {
    use super::*;

    #[get("/late", timeout = "30 ms", header("X-Declared" = "yes"))]
    async fn late() -> &'static str {
        std::future::pending().await
    }

    #[get("/in-time", timeout = "5 s")]
    async fn in_time() -> &'static str {
        tokio::time::sleep(Duration::from_millis(50)).await;
        "in time"
    }

    #[post("/body", timeout = "200 ms")]
    async fn slow_body(body: String) -> String {
        body
    }

    #[get("/pool", timeout = "30 ms", blocking)]
    fn pool() {
        std::thread::sleep(Duration::from_millis(200));
    }

    fn is_late(response: &support::Response) {
        assert_eq!((response.status, response.header("x-declared")), (503, None));
        let problem = response.problem();
        assert_eq!((problem.title.as_str(), problem.detail), ("Service Unavailable", None));
    }

    #[tokio::test]
    async fn ends_a_handler_with_503() {
        let server = serve(App::new(routes![late, in_time, pool])).await;
        let start = Instant::now();
        is_late(&server.get("/late").await);
        assert!(start.elapsed() >= Duration::from_millis(30));
        is_late(&server.get("/pool").await);
        server.gives(&[("/in-time", "in time")]).await;
        let mut client = server.connect().await;
        is_late(&client.request("GET", "/late").await);
        assert_eq!(client.request("GET", "/in-time").await.text(), "in time");
    }

    #[tokio::test]
    async fn counts_the_reading_of_the_body() {
        let server = serve(App::new(routes![slow_body])).await;
        let mut client = server.connect().await;
        client.write(b"POST /body HTTP/1.1\r\nhost: a\r\ncontent-length: 10\r\n\r\nhalf").await;
        is_late(&client.response().await);
        assert_eq!(server.send("POST", "/body", &[], b"whole").await.text(), "whole");
    }

    #[get("/usual")]
    async fn usual() {
        std::future::pending::<()>().await;
    }

    #[tokio::test]
    async fn is_the_apps_where_the_route_has_none() {
        let app = App::new(routes![usual, in_time]).timeout(Duration::from_millis(20));
        let server = serve(app).await;
        is_late(&server.get("/usual").await);
        server.gives(&[("/in-time", "in time")]).await;
    }
}
