//! What a route declares: status, media type, headers, limits; of the success alone.

mod support;

use std::time::{Duration, Instant};

use fingerpost::bytes::Bytes;
use fingerpost::{
    App, AppendHeaders, Body, Html, Json, Problem, Redirect, Response, StatusCode, delete, get, post, put,
    route, routes,
};
use serde_json::{Value, json};
use support::{Server, serve};

mod status {
    use super::*;

    const TEAPOT: u16 = 418;

    mod codes {
        use fingerpost::StatusCode;

        pub(super) const ACCEPTED: u16 = 202;
        pub(super) const DONE: StatusCode = StatusCode::RESET_CONTENT;
    }

    #[route(PUT, "/database", status = 201)]
    fn database() {}

    #[get("/number", status = 203)]
    fn number() -> &'static str {
        "number"
    }

    #[get("/name", status = NON_AUTHORITATIVE_INFORMATION)]
    async fn name() -> &'static str {
        "name"
    }

    #[get("/constant", status = TEAPOT)]
    fn constant() -> &'static str {
        "constant"
    }

    #[get("/path", status = codes::ACCEPTED)]
    fn path() -> Json<u8> {
        Json(1)
    }

    #[get("/type", status = codes::DONE)]
    fn typed() {}

    #[get("/http", status = fingerpost::StatusCode::PARTIAL_CONTENT)]
    fn http() -> String {
        "http".to_owned()
    }

    #[get("/undeclared")]
    fn undeclared() -> &'static str {
        "undeclared"
    }

    #[delete("/nothing")]
    fn nothing() {}

    #[get("/failure", status = 404)]
    fn failure() -> &'static str {
        "declared as a failure"
    }

    #[tokio::test]
    async fn may_be_a_number_a_name_or_a_constant() {
        let table =
            routes![database, number, name, constant, path, typed, http, undeclared, nothing, failure];
        let server = serve(App::new(table)).await;
        for (method, target, status, reason, body) in [
            ("PUT", "/database", 201, "Created", ""),
            ("GET", "/number", 203, "Non Authoritative Information", "number"),
            ("GET", "/name", 203, "Non Authoritative Information", "name"),
            ("GET", "/constant", 418, "I'm a teapot", "constant"),
            ("GET", "/path", 202, "Accepted", "1"),
            ("GET", "/type", 205, "Reset Content", ""),
            ("GET", "/http", 206, "Partial Content", "http"),
            ("GET", "/undeclared", 200, "OK", "undeclared"),
            ("DELETE", "/nothing", 204, "No Content", ""),
            ("GET", "/failure", 404, "Not Found", "declared as a failure"),
        ] {
            let response = server.request(method, target).await;
            let seen = (response.status, response.reason.as_str(), response.text());
            assert_eq!(seen, (status, reason, body.to_owned()), "{method} {target}");
        }
        let created = server.request("PUT", "/database").await;
        assert_eq!((created.header("content-length"), created.header("content-type")), (Some("0"), None));
        // A 204 has neither body nor length (RFC 9110 §8.6).
        assert_eq!(server.request("DELETE", "/nothing").await.header("content-length"), None);
    }
}

mod parts {
    use super::*;

    #[get(
        "/csv",
        content_type = "text/csv; charset=utf-8",
        header("Cache-Control" = "no-store"),
        header("X-Rows" = "2"),
    )]
    fn csv() -> &'static str {
        "a\nb\n"
    }

    #[get("/json", content_type = "application/vnd.api+json")]
    async fn vendor_json() -> Json<Value> {
        Json(json!({ "data": 1 }))
    }

    #[get("/html", content_type = "application/xhtml+xml", header("vary" = "accept"), header("Vary" = "cookie"))]
    fn html() -> Html<&'static str> {
        Html("<p/>")
    }

    /// The declared value stands for the responder's own.
    #[get("/replaced", header("X-Own" = "declared"))]
    fn replaced() -> ([(&'static str, &'static str); 2], &'static str) {
        ([("x-own", "mine"), ("x-other", "kept")], "replaced")
    }

    #[get("/link", header("Link" = "</a>; rel=\"next\""))]
    fn link() -> (AppendHeaders<[(&'static str, &'static str); 1]>, &'static str) {
        (AppendHeaders([("x-appended", "1")]), "link")
    }

    #[tokio::test]
    async fn are_added_to_the_success() {
        let server = serve(App::new(routes![csv, vendor_json, html, replaced, link])).await;
        let response = server.get("/csv").await;
        assert_eq!(response.headers("content-type"), ["text/csv; charset=utf-8"]);
        assert_eq!(
            (response.header("cache-control"), response.header("x-rows")),
            (Some("no-store"), Some("2"))
        );
        assert_eq!(response.text(), "a\nb\n");
        let head = server.request("HEAD", "/csv").await;
        assert_eq!(
            (head.header("content-type"), head.header("x-rows")),
            (response.header("content-type"), Some("2"))
        );

        let response = server.get("/json").await;
        assert_eq!(response.headers("content-type"), ["application/vnd.api+json"]);
        assert_eq!(response.json(), json!({ "data": 1 }));

        let response = server.get("/html").await;
        assert_eq!(response.headers("content-type"), ["application/xhtml+xml"]);
        assert_eq!(response.headers("vary"), ["accept", "cookie"]);

        let response = server.get("/replaced").await;
        assert_eq!((response.headers("x-own"), response.header("x-other")), (vec!["declared"], Some("kept")));
        let response = server.get("/link").await;
        assert_eq!(
            (response.header("link"), response.header("x-appended")),
            (Some("</a>; rel=\"next\""), Some("1"))
        );
    }

    #[get("/result/{n}", status = 203, content_type = "text/x-n", header("X-Declared" = "yes"))]
    fn result(n: u8) -> Result<String, Problem> {
        if n > 9 { Err(Problem::new(409).detail("too much")) } else { Ok(n.to_string()) }
    }

    #[get("/option/{n}", status = 203, content_type = "text/x-n", header("X-Declared" = "yes"))]
    async fn option(n: u8) -> Option<String> {
        (n <= 9).then(|| n.to_string())
    }

    #[get("/both/{n}", status = 203, content_type = "text/x-n", header("X-Declared" = "yes"))]
    async fn both(n: u8) -> Result<Option<String>, (StatusCode, &'static str)> {
        match n {
            0..=4 => Ok(Some(n.to_string())),
            5..=9 => Ok(None),
            _ => Err((StatusCode::BAD_GATEWAY, "elsewhere")),
        }
    }

    #[get("/redirect/{n}", content_type = "text/x-n", header("X-Declared" = "yes"))]
    fn redirect(n: u8) -> Result<String, Redirect> {
        if n > 9 { Err(Redirect::to("/result/9")) } else { Ok(n.to_string()) }
    }

    #[tokio::test]
    async fn are_of_the_success_alone() {
        let server = serve(App::new(routes![result, option, both, redirect])).await;
        for target in ["/result/3", "/option/3", "/both/3"] {
            let response = server.get(target).await;
            assert_eq!((response.status, response.text().as_str()), (203, "3"), "{target}");
            assert_eq!(
                (response.header("content-type"), response.header("x-declared")),
                (Some("text/x-n"), Some("yes"))
            );
        }
        for (target, status) in [
            ("/result/10", 409),
            ("/result/x", 400),
            ("/result/1000", 400),
            ("/option/10", 404),
            ("/option/x", 400),
            ("/both/5", 404),
            ("/both/10", 502),
            ("/redirect/10", 303),
        ] {
            let response = server.get(target).await;
            assert_eq!((response.status, response.header("x-declared")), (status, None), "{target}");
            assert_ne!(response.header("content-type"), Some("text/x-n"), "{target}");
        }
        let response = server.request("POST", "/result/3").await;
        assert_eq!((response.status, response.header("x-declared")), (405, None));
    }

    #[get("/documented/{id}", tag = "one", tag = "two", operation_id = "getIt", hidden)]
    #[deprecated]
    fn documented(id: u8) -> String {
        id.to_string()
    }

    #[post("/all", status = 201, content_type = "text/plain", header("X-A" = "b"), body_limit = "1 KiB",
        timeout = "5 s", blocking, tag = "all", operation_id = "all", hidden,)]
    fn all(body: String) -> String {
        body
    }

    #[tokio::test]
    #[allow(deprecated, reason = "that is what is mounted")]
    async fn that_only_document_change_nothing() {
        let server = serve(App::new(routes![documented, all])).await;
        server.gives(&[("/documented/7", "7")]).await;
        let response = server.send("POST", "/all", &[], b"every key").await;
        assert_eq!((response.status, response.text().as_str()), (201, "every key"));
        assert_eq!(
            (response.header("content-type"), response.header("x-a")),
            (Some("text/plain"), Some("b"))
        );
    }
}

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

    #[post("/body", timeout = "50 ms")]
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
