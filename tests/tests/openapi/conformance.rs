//! Answers beside the document: what is not declared fails a test, and what is declared and never seen is listed.

use fingerpost::openapi::{Conformance, Info};
use fingerpost::{
    App, Body, Event, Json, Problem, Response, Sse, StatusCode, Stream, TestClient, Uri, get, post, routes,
};
use futures_util::{StreamExt as _, stream};
use http_body_util::BodyExt as _;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use tower::ServiceExt as _;

use super::support::serve;

#[derive(Serialize, Deserialize, JsonSchema)]
struct Post {
    id: u64,
    #[schemars(length(max = 5))]
    title: String,
}

/// Says what the path says, whatever the document says.
struct Liar(Response);

impl fingerpost::Responder for Liar {
    fn respond(self, response: &mut Response) {
        *response = self.0;
    }
}

impl fingerpost::openapi::DescribeResponse for Liar {
    fn describe_response(schemas: &mut fingerpost::openapi::Schemas) -> Vec<fingerpost::openapi::Response> {
        let post = schemas.answered::<Post>();
        let text = serde_json::json!({ "type": "string" });
        let number = serde_json::json!({ "type": "integer", "minimum": 1 });
        vec![
            fingerpost::openapi::Response::success()
                .content("application/json", post)
                .header("X-Kind", &text)
                .optional_header("X-Page", &number),
            fingerpost::openapi::Response::status(204),
        ]
    }
}

#[get("/lies/{name}")]
fn lies(name: &str) -> Liar {
    let post = r#"{"id": 7, "title": "Intro"}"#;
    let json = Response::builder().header("content-type", "application/json");
    let typed = |json: fingerpost::http::response::Builder| json.header("x-kind", "post");
    let whole = |builder: fingerpost::http::response::Builder, body: &'static str| {
        Liar(builder.body(body.into()).unwrap())
    };
    match name {
        "truth" => whole(typed(json), post),
        "page" => whole(typed(json).header("x-page", "2"), post),
        "status" => whole(typed(json).status(418), post),
        "media-type" => whole(typed(Response::builder()).header("content-type", "text/html"), post),
        "no-media-type" => whole(typed(Response::builder()), post),
        "header" => whole(json, post),
        "header-value" => whole(typed(json).header("x-page", "0"), post),
        "body" => whole(typed(json), r#"{"id": "seven", "title": "Intro"}"#),
        "long" => whole(typed(json), r#"{"id": 7, "title": "Introduction"}"#),
        "no-json" => whole(typed(json), "{"),
        "content" => whole(Response::builder().status(204).header("content-type", "text/plain"), ""),
        _ => whole(Response::builder().status(204), ""),
    }
}

static LIES: Conformance = Conformance::new();

fn lying() -> TestClient {
    App::new(routes![lies]).openapi(Info::new("Lies", "1")).layer(&LIES).test()
}

#[tokio::test]
async fn what_is_as_declared_goes_through_unchanged() {
    let app = lying();
    let truth = app.get("/lies/truth").send().await;
    assert_eq!((truth.status().as_u16(), truth.json::<Post>().title), (200, "Intro".to_owned()));
    assert_eq!(truth.header("x-kind"), Some("post"));
    assert_eq!(app.get("/lies/page").send().await.header("x-page"), Some("2"));
    assert_eq!(app.get("/lies/nothing").send().await.status(), 204);
    let head = app.head("/lies/truth").send().await;
    assert_eq!(
        (head.status().as_u16(), head.header("content-length"), head.text()),
        (200, Some("27"), String::new())
    );
}

#[tokio::test]
async fn each_lie_fails_the_test_in_plain_words() {
    let app = lying();
    for (name, expected) in [
        ("status", "the status 418 is not declared"),
        ("media-type", "the Content-Type `text/html` is not declared; declared: `application/json`"),
        ("no-media-type", "there is no Content-Type; declared: `application/json`"),
        ("header", "the declared header X-Kind is missing"),
        ("header-value", "the header X-Page is not of the declared schema: 0 is less than the minimum of 1"),
        ("body", "the body is not of the declared schema: at /id: \"seven\" is not of type \"integer\""),
        (
            "long",
            "the body is not of the declared schema: at /title: \"Introduction\" is longer than 5 characters",
        ),
        ("no-json", "the body is no JSON: "),
        ("content", "there is a Content-Type, `text/plain`, and no content is declared"),
    ] {
        let sent = tokio::spawn(app.get(format!("/lies/{name}")).send());
        let panic = sent.await.expect_err(name).into_panic();
        let words = panic.downcast_ref::<String>().unwrap();
        assert!(
            words.starts_with("GET /lies/{name} (lies) answers what its OpenAPI document does not declare:"),
            "{words}"
        );
        assert!(words.contains(expected), "{name}: {words}");
        assert!(words.ends_with("declared: 200, 204, 400, 500, 503"), "{words}");
    }
}

#[tokio::test]
async fn over_a_socket_a_lie_is_answered_with_the_words() {
    static CONFORMANCE: Conformance = Conformance::new();
    let server = serve(App::new(routes![lies]).openapi(Info::new("Lies", "1")).layer(&CONFORMANCE)).await;
    let mut client = server.connect().await;
    assert_eq!(client.request("GET", "/lies/truth").await.status, 200);
    let lie = client.request("GET", "/lies/status").await;
    assert_eq!(lie.status, 500);
    assert!(lie.text().contains("the status 418 is not declared"), "{}", lie.text());
    assert_eq!(client.request("GET", "/lies/truth").await.status, 200);
}

#[get("/ticks")]
fn ticks() -> Sse<impl Stream<Item = Event>> {
    Sse::new(stream::iter([Event::data("tick")]).chain(stream::pending()))
}

#[tokio::test]
async fn a_stream_is_not_waited_for() {
    static CONFORMANCE: Conformance = Conformance::new();
    let app = App::new(routes![ticks]).openapi(Info::new("Ticks", "1")).layer(&CONFORMANCE);
    let service = app.into_service().unwrap();
    let coverage =
        || CONFORMANCE.coverage(service.openapi().unwrap()).except(500, "none").except(503, "none").unseen();
    let request = fingerpost::http::Request::get("/ticks").body(Body::empty()).unwrap();
    let mut response = service.clone().oneshot(request).await.unwrap();
    let event = response.body_mut().frame().await.unwrap().unwrap().into_data().unwrap();
    assert_eq!(event, "data: tick\n\n");
    assert_eq!(coverage(), [""; 0]);
}

#[tokio::test]
async fn what_no_operation_answers_is_not_looked_at() {
    #[get("/hidden", hidden)]
    fn hidden() -> StatusCode {
        StatusCode::IM_A_TEAPOT
    }
    #[get("/", operation_id = "home")]
    fn home() -> &'static str {
        "home"
    }
    static CONFORMANCE: Conformance = Conformance::new();
    let app = App::new(routes![home, hidden]).openapi(Info::new("Home", "1")).layer(&CONFORMANCE).test();
    let long = "x".repeat(9_000);
    let many = "a&".repeat(1_001);
    for (method, target, status) in [
        ("GET", "/nowhere".to_owned(), 404),
        ("POST", "/".to_owned(), 405),
        ("OPTIONS", "/".to_owned(), 204),
        ("BREW", "/".to_owned(), 501),
        ("GET", format!("/?{long}"), 414),
        ("GET", format!("/?{many}"), 400),
        ("GET", "/%zz".to_owned(), 400),
        ("GET", "/hidden".to_owned(), 418),
        ("GET", "/openapi.json".to_owned(), 200),
    ] {
        assert_eq!(app.request(method, target).send().await.status(), status, "{method}");
    }
}

#[post("/posts")]
fn create(Json(post): Json<Post>) -> Result<Json<Post>, Problem> {
    if post.id == 0 { Err(Problem::new(409)) } else { Ok(Json(post)) }
}

#[get("/uri")]
fn uri(uri: Uri) -> String {
    uri.to_string()
}

#[tokio::test]
async fn what_was_never_seen_is_listed() {
    static CONFORMANCE: Conformance = Conformance::new();
    let app = App::new(routes!["/api" => create, uri]).openapi(Info::new("Posts", "1")).layer(&CONFORMANCE);
    let service = app.into_service().unwrap();
    let document = service.openapi().unwrap();
    assert_eq!(
        CONFORMANCE.coverage(document).unseen(),
        [
            "POST /api/posts (create): 200, 400, 408, 413, 415, 422, 500, 503, default",
            "GET /uri (uri): 200, 500, 503",
        ]
    );
    let app = service.test();
    app.post("/api/posts").json(&Post { id: 7, title: "Intro".to_owned() }).send().await;
    app.post("/api/posts").json(&Post { id: 0, title: "Intro".to_owned() }).send().await;
    // From another thread, which has a runtime of its own.
    let other = app.clone();
    std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(other.get("/uri").send());
    })
    .join()
    .unwrap();
    let coverage =
        CONFORMANCE.coverage(document).except(500, "no handler panics").except_of("create", 503, "few ask");
    assert_eq!(
        coverage.unseen(),
        ["POST /api/posts (create): 400, 408, 413, 415, 422", "GET /uri (uri): 503"]
    );
}
