//! Operations that end: what every answer of them says, whatever it answers.

mod support;

use std::time::Duration;

use fingerpost::{
    App, AppendHeaders, FromRequest, Json, Problem, RequestContext, get, post, problem, routes,
};
use support::{Response, serve};

mod v2 {
    use fingerpost::{get, post, routes};

    #[get("/posts/{id}?{full}")]
    pub(super) fn read(id: u64, full: Option<bool>) -> String {
        format!("{id} {full:?}")
    }

    #[post("/posts")]
    pub(super) fn create() {}

    #[get("/tags/{tag}")]
    pub(super) fn tag(tag: &str) -> String {
        tag.to_owned()
    }

    routes! { pub(super) table = [read, create, tag] }
}

struct Rejects;

impl FromRequest for Rejects {
    type Rejection = Problem;

    async fn from_request(request: &mut RequestContext<'_>) -> Result<Self, Problem> {
        match request.query() {
            "rejected" => Err(problem!(422, "rejected")),
            _ => Ok(Self),
        }
    }
}

#[get(
    "/posts/{id}",
    deprecated = "2026-01-31",
    sunset = "2027-01-31T12:30:00Z",
    successor = v2::read(id = id, full = true),
    deprecation_link = "https://example.com/v1",
    sunset_link = "/sunsets",
    timeout = "200 ms"
)]
async fn read(id: u64, _rejects: Rejects) -> Result<String, Problem> {
    match id {
        1 => Err(problem!(404, "no post {id}")),
        2 => panic!("two"),
        3 => std::future::pending().await,
        _ => Ok(id.to_string()),
    }
}

#[post("/posts", status = 201, sunset = "2027-01-31", successor = v2::create(), detached)]
async fn create(Json(text): Json<String>) -> String {
    text
}

#[get("/tags/{name}", deprecated = "2026-01-31", successor = v2::tag(tag = &name))]
fn tag(name: String) -> (AppendHeaders<[(&'static str, &'static str); 2]>, String) {
    (AppendHeaders([("link", "</next>; rel=\"next\""), ("deprecation", "@1")]), name)
}

#[get("/gone", deprecated = "2026-01-31")]
#[deprecated]
fn gone() {}

routes! { v1 = [read, create, tag, gone] }

async fn server() -> support::Server {
    serve(App::new(routes!["/api/v1" => v1, "/api/v2" => v2::table])).await
}

fn assert_ends(response: &Response, status: u16, successor: Option<&str>) {
    assert_eq!(response.status, status, "{}", response.text());
    assert_eq!(response.header("deprecation"), Some("@1769817600"));
    assert_eq!(response.header("sunset"), Some("Sun, 31 Jan 2027 12:30:00 GMT"));
    let mut links = vec![
        r#"<https://example.com/v1>; rel="deprecation""#.to_owned(),
        r#"</sunsets>; rel="sunset""#.to_owned(),
    ];
    links.extend(successor.map(|path| format!("<{path}>; rel=\"successor-version\"")));
    assert_eq!(response.headers("link"), links);
}

#[tokio::test]
async fn every_answer_says_when_it_ends_and_what_comes_after() {
    let server = server().await;
    let successor = |id: u8| Some(format!("/api/v2/posts/{id}?full=true"));
    for (target, status, successor) in [
        ("/api/v1/posts/7", 200, successor(7)),
        ("/api/v1/posts/1", 404, successor(1)),
        ("/api/v1/posts/2", 500, successor(2)),
        ("/api/v1/posts/3", 503, successor(3)),
        ("/api/v1/posts/7?rejected", 422, successor(7)),
        // What is not the path of a post is that of no post elsewhere.
        ("/api/v1/posts/seven", 400, None),
    ] {
        assert_ends(&server.get(target).await, status, successor.as_deref());
    }
    let head = server.request("HEAD", "/api/v1/posts/7").await;
    assert_ends(&head, 200, successor(7).as_deref());
}

#[tokio::test]
async fn what_is_no_answer_of_it_does_not() {
    let server = server().await;
    for (method, target, status) in
        [("DELETE", "/api/v1/posts/7", 405), ("GET", "/api/v1/posts", 405), ("GET", "/api/v2/posts/7", 200)]
    {
        let response = server.request(method, target).await;
        assert_eq!(response.status, status);
        for name in ["deprecation", "sunset", "link"] {
            assert_eq!(response.header(name), None, "{method} {target}");
        }
    }
}

#[tokio::test]
async fn a_successor_is_percent_encoded_and_stands_beside_the_handlers_own_links() {
    let server = server().await;
    let response = server.get("/api/v1/tags/a%20b%2Fc").await;
    assert_eq!(response.text(), "a b/c");
    let links = [r#"</next>; rel="next""#, r#"</api/v2/tags/a%20b%2Fc>; rel="successor-version""#];
    assert_eq!(response.headers("link"), links);
    // Declared once, it is said once.
    assert_eq!(response.header("deprecation"), Some("@1769817600"));
    assert_eq!(server.get("/api/v1/gone").await.header("deprecation"), Some("@1769817600"));
}

#[tokio::test]
async fn a_detached_handler_says_it_too() {
    let server = server().await;
    let head = ["content-type: application/json"];
    for (body, status) in [("\"new\"", 201), ("new", 400)] {
        let response = server.send("POST", "/api/v1/posts", &head, body.as_bytes()).await;
        assert_eq!(response.status, status, "{}", response.text());
        assert_eq!(response.header("sunset"), Some("Sun, 31 Jan 2027 00:00:00 GMT"));
        assert_eq!(response.header("link"), Some(r#"</api/v2/posts>; rel="successor-version""#));
        assert_eq!(response.header("deprecation"), None);
    }
}

#[tokio::test]
async fn an_app_that_is_too_busy_says_it_too() {
    let app = App::new(routes!["/api/v1" => v1, "/api/v2" => v2::table]).concurrency(1);
    let server = serve(app).await;
    let mut waiting = server.connect().await;
    waiting.send("GET", "/api/v1/posts/3", &[], b"").await;
    tokio::time::sleep(Duration::from_millis(50)).await;
    let response = server.get("/api/v1/posts/7").await;
    assert_ends(&response, 503, Some("/api/v2/posts/7?full=true"));
}

/// The compiler says it to whoever calls it: without that, `expect` is a warning of its own.
#[tokio::test]
#[expect(deprecated, reason = "what is deprecated is called")]
async fn who_calls_it_by_its_name_is_told_while_compiling() {
    let client = App::new(routes!["/api/v1" => v1, "/api/v2" => v2::table]).test();
    let tag = client.call(tag::request("a")).await.unwrap().success().unwrap();
    assert_eq!((&**tag, tag.header("sunset")), ("a", None));
}
