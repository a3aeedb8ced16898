//! Failures of the framework: problem documents, what they keep to themselves, the hook, panics.

mod support;

use fingerpost::{
    App, Body, HeaderValue, Json, Problem, Response, StatusCode, get, header, post, route, routes,
};
use serde_json::json;
use support::{Server, serve};

#[get("/posts/{id}?{page = 1}")]
fn get_post(id: u64, page: u32) -> String {
    format!("{id} {page}")
}

#[post("/json", body_limit = "100 B")]
async fn read_json(Json(value): Json<Vec<u8>>) -> String {
    format!("{value:?}")
}

#[post("/text")]
fn read_text(body: String) -> String {
    body
}

#[get("/late", timeout = "10 ms")]
async fn late() {
    std::future::pending::<()>().await;
}

#[get("/panics")]
fn panics() {
    panic!("with a secret")
}

#[get("/panics-later")]
async fn panics_later() -> String {
    tokio::task::yield_now().await;
    std::env::var("no such variable").expect("with a secret")
}

#[get("/fails")]
fn fails() -> Result<(), Problem> {
    Err(Problem::new(500).detail("a secret").because("another secret"))
}

#[get("/public")]
fn public() -> Problem {
    Problem::new(503).public_detail("back at noon").header("Retry-After", 60)
}

#[get("/bare")]
fn bare() -> Result<(), StatusCode> {
    Err(StatusCode::GONE)
}

#[get("/none")]
fn none() -> Option<String> {
    None
}

routes! { all = [get_post, read_json, read_text, late, panics, panics_later, fails, public, bare, none] }

const JSON: &str = "content-type: application/json";

/// A request that fails, with the status and title of its problem, and a word of its detail where it has one.
type Case = (
    &'static str,
    &'static str,
    &'static [&'static str],
    &'static [u8],
    u16,
    &'static str,
    Option<&'static str>,
);

const CASES: &[Case] = &[
    ("GET", "/nowhere", &[], b"", 404, "Not Found", None),
    ("GET", "/none", &[], b"", 404, "Not Found", None),
    ("GET", "/bare", &[], b"", 410, "Gone", None),
    ("DELETE", "/posts/7", &[], b"", 405, "Method Not Allowed", Some("DELETE")),
    ("BREW", "/posts/7", &[], b"", 501, "Not Implemented", Some("BREW")),
    ("GET", "/%zz", &[], b"", 400, "Bad Request", Some("path")),
    ("GET", "/posts/x", &[], b"", 400, "Bad Request", Some("`id`")),
    ("GET", "/posts/7?page=x", &[], b"", 400, "Bad Request", Some("`page`")),
    ("POST", "/json", &[JSON], b"[1,", 400, "Bad Request", Some("")),
    ("POST", "/json", &[], b"[1]", 415, "Unsupported Media Type", Some("application/json")),
    ("POST", "/json", &["content-type: text/plain"], b"[1]", 415, "Unsupported Media Type", Some("")),
    ("POST", "/json", &[JSON], &[b' '; 101], 413, "Content Too Large", Some("100")),
    ("POST", "/text", &[], b"\xff", 400, "Bad Request", Some("UTF-8")),
    ("GET", "/late", &[], b"", 503, "Service Unavailable", None),
    ("GET", "/panics", &[], b"", 500, "Internal Server Error", None),
    ("GET", "/panics-later", &[], b"", 500, "Internal Server Error", None),
    ("GET", "/fails", &[], b"", 500, "Internal Server Error", None),
    ("GET", "/public", &[], b"", 503, "Service Unavailable", Some("back at noon")),
];

#[tokio::test]
async fn are_problem_documents() {
    let server = serve(App::new(routes![all])).await;
    for (method, target, head, body, status, title, word) in CASES {
        let response = server.send(method, target, head, body).await;
        let shown = format!("{method} {target}: {}", response.text());
        assert_eq!(response.status, *status, "{shown}");
        let problem = response.problem();
        // The title is RFC 9110's name; the status line's is hyper's, which has older ones for 413 and 422.
        let reason = StatusCode::from_u16(*status).ok().and_then(|status| status.canonical_reason());
        assert_eq!((problem.title.as_str(), Some(response.reason.as_str())), (*title, reason), "{shown}");
        match (problem.detail, word) {
            (Some(detail), Some(word)) => assert!(!detail.is_empty() && detail.contains(word), "{shown}"),
            (detail, _) => assert_eq!(detail.as_deref(), *word, "{shown}"),
        }
        assert!(!response.text().contains("secret"), "{shown}");
        assert_eq!(response.headers("content-length"), [response.body.len().to_string()], "{shown}");
    }
}

#[tokio::test]
async fn have_no_members_but_their_own() {
    let server = serve(App::new(routes![all])).await;
    assert_eq!(server.get("/nowhere").await.text(), r#"{"title":"Not Found","status":404}"#);
    assert_eq!(server.get("/fails").await.text(), r#"{"title":"Internal Server Error","status":500}"#);
    assert_eq!(
        server.get("/posts/x").await.json(),
        json!({ "title": "Bad Request", "status": 400, "detail": "`id` in the path is `x`, which is not a `u64`" })
    );
    let response = server.get("/public").await;
    assert_eq!(response.header("retry-after"), Some("60"));
}

#[tokio::test]
async fn that_quote_the_request_are_still_json() {
    let server = serve(App::new(routes![all])).await;
    for text in ["%22%3Cb%3E", "%5C", "%E2%80%AE", "'"] {
        let response = server.get(&format!("/posts/{text}")).await;
        assert_eq!(response.status, 400);
        assert!(response.problem().detail.is_some_and(|detail| detail.contains("`id`")));
    }
}

#[tokio::test]
async fn leave_the_connection_as_it_was() {
    let server = serve(App::new(routes![all])).await;
    let mut client = server.connect().await;
    for (method, target, head, body, status, ..) in CASES {
        // After a body that was not read to its end the connection may be closed.
        if *status == 413 {
            continue;
        }
        client.send(method, target, head, body).await;
        assert_eq!(client.response().await.status, *status, "{method} {target}");
        assert_eq!(client.request("GET", "/posts/7").await.text(), "7 1", "after {method} {target}");
    }
}

mod hook {
    use super::*;

    async fn html() -> Server {
        serve(App::new(routes![all, "/below" => get_post]).on_failure(|request, problem| {
            let accept = request.headers.get(header::ACCEPT)?;
            if accept != "text/html" {
                return None;
            }
            let detail = problem.get_detail().unwrap_or("-");
            let page = {
                let (status, title) = (problem.status().as_u16(), problem.get_title());
                format!("<h1>{status} {title} {}</h1>{} {detail}", request.method, request.uri.path())
            };
            let mut response = Response::new(Body::from(page));
            response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html"));
            Some(response)
        }))
        .await
    }

    #[tokio::test]
    async fn renders_every_failure() {
        let server = html().await;
        for (method, target, head, body, status, title, _) in CASES {
            let head: Vec<&str> = head.iter().copied().chain(["accept: text/html"]).collect();
            let response = server.send(method, target, &head, body).await;
            assert_eq!((response.status, response.headers("content-type")), (*status, vec!["text/html"]));
            let start =
                format!("<h1>{status} {title} {method}</h1>{}", target.split('?').next().unwrap_or_default());
            let text = response.text();
            assert!(text.starts_with(&start), "{text} does not start with {start}");
            assert_eq!(response.headers("content-length"), [response.body.len().to_string()]);
        }
    }

    #[tokio::test]
    async fn leaves_what_it_does_not_want() {
        let server = html().await;
        let response = server.get("/below/posts/x").await;
        assert!(response.problem().detail.is_some_and(|detail| detail.contains("`id`")));
        let response = server.send("GET", "/posts/7", &["accept: text/html"], b"").await;
        assert_eq!((response.status, response.text().as_str()), (200, "7 1"));
    }

    #[tokio::test]
    async fn keeps_the_headers_that_belong_to_the_failure() {
        let server = html().await;
        let accept = ["accept: text/html"];
        let response = server.send("DELETE", "/posts/7", &accept, b"").await;
        assert_eq!((response.status, response.header("allow")), (405, Some("GET, HEAD, OPTIONS")));
        let response = server.send("GET", "/public", &accept, b"").await;
        assert_eq!((response.status, response.header("retry-after")), (503, Some("60")));
        let head = server.send("HEAD", "/nowhere", &accept, b"").await;
        let get = server.send("GET", "/nowhere", &accept, b"").await;
        // One letter: the page names the method.
        assert_eq!(
            get.body.len() + 1,
            head.header("content-length").and_then(|n| n.parse().ok()).unwrap_or(0)
        );
    }

    #[tokio::test]
    async fn may_choose_another_failure_and_no_success() {
        let app = App::new(routes![all]).on_failure(|_, problem| {
            let mut response = Response::new(Body::from("hidden"));
            *response.status_mut() =
                if problem.status() == 410 { StatusCode::NOT_FOUND } else { StatusCode::CREATED };
            Some(response)
        });
        let server = serve(app).await;
        assert_eq!(server.get("/bare").await.status, 404);
        let response = server.get("/posts/x").await;
        assert_eq!((response.status, response.text().as_str()), (400, "hidden"));
        assert_ne!(response.header("content-type"), Some("application/problem+json"));
    }

    #[tokio::test]
    async fn renders_what_is_no_request_too() {
        let app =
            App::new(routes![all]).uri_limit(100).header_limit(8 * 1024).on_failure(|request, problem| {
                let (status, detail) = (problem.status(), problem.get_detail().unwrap_or_default());
                let text = format!("{} {} {status}: {detail}", request.method, request.uri);
                let mut response = Response::new(Body::from(text));
                // Where the answer ends is not for the hook to say.
                response.headers_mut().insert(header::CONTENT_LENGTH, HeaderValue::from_static("7"));
                response.headers_mut().insert("x-house", HeaderValue::from_static("ours"));
                Some(response)
            });
        let server = serve(app.connections_per_address(2, fingerpost::Excess::Answer)).await;
        let long = format!("GET / HTTP/1.1\r\nhost: a\r\nx: {}\r\n\r\n", "y".repeat(20_000));
        for (bytes, start) in [
            ("GET / HTTP/1.1\nhost: a\r\n\r\n", "GET / 400 Bad Request: a line ends with LF alone"),
            ("GET / HTTP/1.2\r\nhost: a\r\n\r\n", "GET / 505 HTTP Version Not Supported: this server"),
            ("G@T / HTTP/1.1\r\nhost: a\r\n\r\n", "GET / 400 Bad Request: "),
            (&*long, "GET / 431 Request Header Fields Too Large: the headers"),
        ] {
            let mut client = server.connect().await;
            let _ = client.try_write(bytes.as_bytes()).await;
            let response = client.response().await;
            let text = response.text();
            assert!(text.starts_with(start), "{text} does not start with {start}");
            let headers =
                ["content-length", "x-house", "x-content-type-options", "connection", "content-type"];
            let length = text.len().to_string();
            assert_eq!(
                headers.map(|name| response.header(name)),
                [Some(&*length), Some("ours"), Some("nosniff"), Some("close"), None]
            );
            assert!(client.is_closed().await);
        }
        let (_one, _other) = (server.connect().await, server.connect().await);
        let third = server.connect().await.response().await;
        assert_eq!((third.status, third.header("x-house")), (429, Some("ours")));
    }

    #[tokio::test]
    async fn that_streams_or_panics_is_not_waited_for_where_there_is_no_request() {
        let app = App::new(routes![all]).on_failure(|_, problem| {
            assert_ne!(problem.status(), 505, "a hook may have bugs");
            let never = futures_util::stream::pending::<Result<&'static str, std::io::Error>>();
            Some(Response::new(Body::from_stream(never)))
        });
        let server = serve(app).await;
        for (version, status) in [("1.1\n", 400), ("1.2\r\n", 505)] {
            let mut client = server.connect().await;
            client.write(format!("GET / HTTP/{version}host: a\r\n\r\n").as_bytes()).await;
            let response = client.response().await;
            assert_eq!(response.status, status);
            assert!(response.problem().detail.is_some());
        }
    }

    #[tokio::test]
    async fn that_panics_does_not_cost_the_answer() {
        let app = App::new(routes![all]).on_failure(|_, problem| {
            assert_ne!(problem.status(), 404, "a hook may have bugs");
            None
        });
        let server = serve(app).await;
        let mut client = server.connect().await;
        let response = client.request("GET", "/nowhere").await;
        assert_eq!((response.status, response.problem().title.as_str()), (404, "Not Found"));
        assert_eq!(client.request("GET", "/posts/7").await.text(), "7 1");
    }
}

mod panicking {
    use super::*;
    use std::sync::Mutex;

    /// Panics where it is dropped.
    struct Bomb;

    impl Drop for Bomb {
        fn drop(&mut self) {
            panic!("in a destructor")
        }
    }

    #[get("/dropped")]
    async fn dropped() -> &'static str {
        let _bomb = Bomb;
        "never seen"
    }

    #[get("/cut", timeout = "10 ms")]
    async fn cut() {
        let _bomb = Bomb;
        std::future::pending::<()>().await;
    }

    struct NotText;

    #[get("/payload")]
    fn payload() {
        std::panic::panic_any(NotText)
    }

    #[get("/extractor")]
    async fn extractor(_value: Panicking) {}

    struct Panicking;

    impl fingerpost::FromRequest for Panicking {
        type Rejection = Problem;

        async fn from_request(_: &mut fingerpost::RequestContext<'_>) -> Result<Self, Problem> {
            panic!("while reading")
        }
    }

    #[get("/responder")]
    fn responder() -> PanicsLater {
        PanicsLater
    }

    struct PanicsLater;

    impl fingerpost::Responder for PanicsLater {
        fn respond(self, response: &mut Response) {
            response.headers_mut().insert("x-half", HeaderValue::from_static("written"));
            panic!("while writing")
        }
    }

    #[get("/poisoned")]
    fn poisoned(log: &Mutex<u8>) -> String {
        let mut count = log.lock().unwrap_or_else(|_| panic!("poisoned by another request"));
        *count += 1;
        assert!(*count != 2, "the second");
        count.to_string()
    }

    #[route(GET | POST, "/fine")]
    fn fine() -> &'static str {
        "fine"
    }

    #[tokio::test]
    async fn is_500_and_the_connection_goes_on() {
        let app =
            App::new(routes![dropped, payload, extractor, responder, fine, poisoned]).state(Mutex::new(0_u8));
        let server = serve(app).await;
        let mut client = server.connect().await;
        for target in ["/dropped", "/payload", "/extractor", "/responder", "/payload"] {
            let response = client.request("GET", target).await;
            assert_eq!(response.status, 500, "{target}");
            assert_eq!(
                response.json(),
                json!({ "title": "Internal Server Error", "status": 500 }),
                "{target}"
            );
            assert_eq!(response.header("x-half"), None);
            assert_eq!(client.request("GET", "/fine").await.text(), "fine", "after {target}");
            client.send("POST", "/fine", &[], b"unread").await;
            assert_eq!(client.response().await.text(), "fine", "after {target}");
        }
        let head = client.request("HEAD", "/payload").await;
        assert_eq!((head.status, head.header("content-type")), (500, Some("application/problem+json")));
        let statuses =
            [server.get("/poisoned").await, server.get("/poisoned").await, server.get("/poisoned").await];
        assert_eq!(statuses.map(|response| response.status), [200, 500, 500]);
    }

    #[tokio::test]
    async fn of_a_handler_that_is_cut_costs_no_more_than_its_request() {
        let server = serve(App::new(routes![cut, fine])).await;
        let mut client = server.connect().await;
        let response = client.request("GET", "/cut").await;
        assert!(matches!(response.status, 500 | 503), "{}", response.status);
        response.problem();
        assert_eq!(client.request("GET", "/fine").await.text(), "fine");
    }
}
