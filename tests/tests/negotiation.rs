//! Content negotiation over a socket: `Accept` and `Vary`, 406; the media types of bodies, 415, `Accept-Post`, `Accept-Patch`.

mod support;

use std::sync::atomic::{AtomicU32, Ordering};

use fingerpost::{
    App, Created, Either, Form, Html, Json, Negotiated, OrFirst, Problem, Representation, Responder,
    StatusCode, bytes::Bytes, delete, get, patch, post, problem, put, route, routes,
};
use serde::{Deserialize, Serialize};
use support::{Response, Server, serve};

#[derive(Clone, Serialize, Deserialize)]
struct Stock {
    item: String,
    count: u32,
}

struct Csv(String);

impl From<Stock> for Csv {
    fn from(stock: Stock) -> Self {
        Self(format!("{},{}\n", stock.item, stock.count))
    }
}

impl From<Stock> for Html<String> {
    fn from(stock: Stock) -> Self {
        Self(format!("<p>{} {}", stock.count, stock.item))
    }
}

impl Responder for Csv {
    fn respond(self, response: &mut fingerpost::Response) {
        *response.body_mut() = self.0.into();
    }
}

impl Representation for Csv {
    const MEDIA_TYPE: &'static str = "text/csv; charset=utf-8";
}

fn nails() -> Stock {
    Stock { item: "nails".to_owned(), count: 7 }
}

type Kinds = (Json<Stock>, Csv, Html<String>);

#[get("/stock")]
fn stock() -> Negotiated<Stock, Kinds> {
    nails().into()
}

#[get("/any")]
fn any() -> Negotiated<Stock, Kinds, OrFirst> {
    nails().into()
}

#[tokio::test]
async fn a_typed_client_asks_for_the_first_and_reads_it() {
    let app = App::new(routes![stock, any]).test();
    let read = app.call(stock::request()).await.unwrap().success().unwrap();
    assert_eq!((&*read.item, read.header("content-type")), ("nails", Some("application/json")));
    assert_eq!(app.call(any::request()).await.unwrap().success().unwrap().count, 7);
}

async fn asked(server: &Server, target: &str, accept: &str) -> Response {
    server.send("GET", target, &[&format!("accept: {accept}")], b"").await
}

#[tokio::test]
async fn the_representation_is_the_one_that_accept_wants_most() {
    let server = serve(App::new(routes![stock])).await;
    for (accept, media_type, text) in [
        ("text/csv", "text/csv; charset=utf-8", "nails,7\n"),
        ("text/html, application/json;q=0.9", "text/html; charset=utf-8", "<p>7 nails"),
        ("text/*;q=0.5, text/html;q=0.4", "text/csv; charset=utf-8", "nails,7\n"),
        ("*/*", "application/json", r#"{"item":"nails","count":7}"#),
        ("text/*, application/json", "application/json", r#"{"item":"nails","count":7}"#),
        ("application/json;q=0, */*;q=0.1", "text/csv; charset=utf-8", "nails,7\n"),
        ("not a media range", "application/json", r#"{"item":"nails","count":7}"#),
    ] {
        let response = asked(&server, "/stock", accept).await;
        assert_eq!((response.status, response.text().as_str()), (200, text), "{accept}");
        assert_eq!(response.header("content-type"), Some(media_type), "{accept}");
        assert_eq!(response.header("vary"), Some("accept"), "{accept}");
    }
    let plain = server.get("/stock").await;
    assert_eq!(
        (plain.header("content-type"), plain.header("vary")),
        (Some("application/json"), Some("accept"))
    );
    let head = server.send("HEAD", "/stock", &["accept: text/csv"], b"").await;
    assert_eq!(
        (head.header("content-type"), head.header("content-length")),
        (Some("text/csv; charset=utf-8"), Some("8"))
    );
}

#[tokio::test]
async fn what_wants_none_of_them_is_406_and_told_what_there_is() {
    let server = serve(App::new(routes![stock, any])).await;
    for accept in ["image/png", "application/json;q=0", "text/plain, */*;q=0"] {
        let response = asked(&server, "/stock", accept).await;
        assert_eq!(response.status, 406, "{accept}");
        assert_eq!(response.header("content-type"), Some("application/problem+json"));
        assert_eq!(response.header("vary"), Some("accept"));
        let problem: serde_json::Value = serde_json::from_slice(&response.body).unwrap();
        let there = ["application/json", "text/csv; charset=utf-8", "text/html; charset=utf-8"];
        assert_eq!(problem["available"], serde_json::json!(there));
    }
    let response = asked(&server, "/any", "image/png").await;
    assert_eq!((response.status, response.header("content-type")), (200, Some("application/json")));
}

static MADE: AtomicU32 = AtomicU32::new(0);

#[post("/sync", status = 201)]
fn made_at_once() -> Negotiated<Stock, Kinds> {
    MADE.fetch_add(1, Ordering::Relaxed);
    nails().into()
}

#[post("/async")]
async fn made_later(Json(stock): Json<Stock>) -> Negotiated<Stock, Kinds> {
    MADE.fetch_add(1, Ordering::Relaxed);
    stock.into()
}

#[post("/pool", blocking)]
fn made_on_the_pool() -> Result<Negotiated<Stock, Kinds>, Problem> {
    MADE.fetch_add(1, Ordering::Relaxed);
    Ok(nails().into())
}

#[tokio::test]
async fn a_handler_is_not_called_whose_answer_nobody_wants() {
    let server = serve(App::new(routes![made_at_once, made_later, made_on_the_pool])).await;
    let json = br#"{"item":"nails","count":7}"#;
    for target in ["/sync", "/async", "/pool"] {
        let head = ["accept: image/png", "content-type: application/json"];
        assert_eq!(server.send("POST", target, &head, json).await.status, 406, "{target}");
    }
    assert_eq!(MADE.load(Ordering::Relaxed), 0);
    for (target, status) in [("/sync", 201), ("/async", 200), ("/pool", 200)] {
        let head = ["accept: text/csv", "content-type: application/json"];
        let response = server.send("POST", target, &head, json).await;
        assert_eq!((response.status, response.text().as_str()), (status, "nails,7\n"), "{target}");
    }
    assert_eq!(MADE.load(Ordering::Relaxed), 3);
}

type Aliased = Negotiated<Stock, Kinds>;

#[get("/aliased")]
fn aliased() -> Aliased {
    nails().into()
}

#[get("/parts", header("Vary" = "accept-language"))]
fn with_parts() -> ([(&'static str, &'static str); 1], Aliased) {
    ([("x-part", "1")], nails().into())
}

#[get("/created")]
fn created() -> (StatusCode, Created<Box<Aliased>>) {
    (StatusCode::ACCEPTED, Created::at("/stock", Box::new(nails().into())))
}

#[get("/failing")]
async fn failing() -> Result<Aliased, Problem> {
    Err(problem!(404, "no stock"))
}

#[tokio::test]
async fn what_is_around_the_representation_stays() {
    let server = serve(App::new(routes![aliased, with_parts, created, failing])).await;
    assert_eq!(asked(&server, "/aliased", "text/csv").await.text(), "nails,7\n");
    assert_eq!(asked(&server, "/aliased", "image/png").await.status, 406);
    let parts = asked(&server, "/parts", "text/csv").await;
    assert_eq!((parts.text().as_str(), parts.header("x-part")), ("nails,7\n", Some("1")));
    let vary = parts.headers("vary");
    assert_eq!(
        vary,
        ["accept-language", "accept"],
        "a declared `Vary` does not hide that it depends on `Accept`"
    );
    let refused = asked(&server, "/parts", "image/png").await;
    assert_eq!((refused.status, refused.header("x-part")), (406, None));
    let created = asked(&server, "/created", "text/csv").await;
    assert_eq!(
        (created.status, created.header("location"), created.text().as_str()),
        (202, Some("/stock"), "nails,7\n")
    );
    assert_eq!(asked(&server, "/failing", "text/csv").await.status, 404);
}

#[test]
fn a_negotiated_handler_is_a_function() {
    assert_eq!(stock().value.count, 7);
}

#[post("/login")]
fn login(login: Either<Json<Stock>, Form<Stock>>) -> String {
    login.into_inner().item
}

#[put("/three")]
fn three(body: Either<Json<Stock>, Either<Form<Stock>, Bytes>>) -> String {
    match body {
        Either::Left(Json(stock)) => format!("json {}", stock.item),
        Either::Right(Either::Left(Form(stock))) => format!("form {}", stock.item),
        Either::Right(Either::Right(bytes)) => format!("{} bytes", bytes.len()),
    }
}

#[patch("/maybe")]
fn maybe(body: Option<Either<Json<Stock>, Form<Stock>>>) -> String {
    body.map_or_else(|| "nothing".to_owned(), Either::into_inner_item)
}

trait Item {
    fn into_inner_item(self) -> String;
}

impl Item for Either<Json<Stock>, Form<Stock>> {
    fn into_inner_item(self) -> String {
        self.into_inner().item
    }
}

const JSON: &str = "content-type: application/json";
const FORM: &str = "content-type: application/x-www-form-urlencoded; charset=utf-8";

#[tokio::test]
async fn the_body_is_read_by_its_media_type() {
    let server = serve(App::new(routes![login, three, maybe])).await;
    let (json, form) = (br#"{"item":"nails","count":7}"#, b"item=nails&count=7");
    for (method, target, media_type, body, expected) in [
        ("POST", "/login", JSON, &json[..], "nails"),
        ("POST", "/login", "content-type: application/stock+json", json, "nails"),
        ("POST", "/login", FORM, form, "nails"),
        ("PUT", "/three", JSON, json, "json nails"),
        ("PUT", "/three", FORM, form, "form nails"),
        ("PUT", "/three", "content-type: image/png", b"abc", "3 bytes"),
        ("PUT", "/three", "x-none: 1", b"abc", "3 bytes"),
        ("PATCH", "/maybe", FORM, form, "nails"),
        ("PATCH", "/maybe", "x-none: 1", b"", "nothing"),
    ] {
        let response = server.send(method, target, &[media_type], body).await;
        assert_eq!((response.status, response.text().as_str()), (200, expected), "{target} {media_type}");
    }
    // What the reader of the media type rejects stays its own.
    let mismatch = server.send("POST", "/login", &[JSON], br#"{"item":7}"#).await;
    assert_eq!(mismatch.status, 422);
    assert!(mismatch.text().contains("#/item"), "{}", mismatch.text());
    assert_eq!(server.send("POST", "/login", &[], b"").await.status, 400);
    assert_eq!(server.send("PATCH", "/maybe", &[JSON], b"{").await.status, 400);
}

#[tokio::test]
async fn a_body_of_neither_is_415_and_told_of_both() {
    let server = serve(App::new(routes![login, maybe])).await;
    let both = Some("application/json, application/x-www-form-urlencoded");
    for (method, target, name) in [("POST", "/login", "accept-post"), ("PATCH", "/maybe", "accept-patch")] {
        for head in [&["content-type: text/plain"][..], &[]] {
            let response = server.send(method, target, head, b"abc").await;
            assert_eq!(response.status, 415);
            assert_eq!((response.header("accept"), response.header(name)), (both, both), "{target}");
        }
    }
}

#[post("/posts")]
fn new_post(_body: Json<Stock>) {}

#[get("/posts")]
fn posts() {}

#[patch("/posts/{id}")]
fn patch_post(id: u64, _body: Json<Stock>) -> String {
    id.to_string()
}

#[post("/posts/{id}")]
fn act(id: u64) -> String {
    id.to_string()
}

#[delete("/posts/{id}")]
fn delete_post(id: u64) -> String {
    id.to_string()
}

#[route(POST | PATCH, "/raw/")]
fn raw(_body: Bytes) {}

#[tokio::test]
async fn options_and_405_say_what_post_and_patch_take() {
    let server = serve(App::new(routes![new_post, posts, patch_post, act, delete_post, raw])).await;
    for (method, status) in [("OPTIONS", 204), ("DELETE", 405)] {
        let response = server.request(method, "/posts").await;
        assert_eq!(response.status, status);
        assert_eq!(response.header("allow"), Some("GET, HEAD, OPTIONS, POST"), "{method}");
        assert_eq!(response.header("accept-post"), Some("application/json"), "{method}");
        assert_eq!(response.header("accept-patch"), None, "{method}");
    }
    // A POST that reads no body has nothing to say of one.
    for (method, status) in [("OPTIONS", 204), ("GET", 405)] {
        let response = server.request(method, "/posts/7").await;
        assert_eq!((response.status, response.header("accept-post")), (status, None), "{method}");
        assert_eq!(response.header("accept-patch"), Some("application/json"), "{method}");
    }
    let raw = server.request("OPTIONS", "/raw/").await;
    assert_eq!((raw.header("accept-post"), raw.header("accept-patch")), (Some("*/*"), Some("*/*")));
}

#[route(QUERY, "/search")]
fn search(_body: Json<Stock>) {}

#[tokio::test]
async fn query_says_what_it_takes_too() {
    let server = serve(App::new(routes![search])).await;
    for (method, status) in [("OPTIONS", 204), ("GET", 405), ("QUERY", 415)] {
        let response = server.send(method, "/search", &["content-type: text/plain"], b"abc").await;
        assert_eq!(
            (response.status, response.header("accept-query")),
            (status, Some("application/json")),
            "{method}"
        );
        assert_eq!(response.header("accept-post"), None, "{method}");
    }
}

#[tokio::test]
async fn json_alone_is_told_of_too() {
    let server = serve(App::new(routes![new_post, patch_post])).await;
    let response = server.send("PATCH", "/posts/7", &["content-type: text/plain"], b"abc").await;
    assert_eq!(response.status, 415);
    assert_eq!(
        (response.header("accept"), response.header("accept-patch")),
        (Some("application/json"), Some("application/json"))
    );
    assert_eq!(response.header("accept-post"), None);
}

#[get("/tagged", etag)]
async fn tagged() -> Negotiated<Stock, Kinds> {
    nails().into()
}

#[tokio::test]
async fn each_representation_has_a_tag_of_its_own() {
    let server = serve(App::new(routes![tagged])).await;
    let csv = asked(&server, "/tagged", "text/csv").await;
    let html = asked(&server, "/tagged", "text/html").await;
    assert_ne!(csv.header("etag"), html.header("etag"));
    let known = format!("if-none-match: {}", csv.header("etag").unwrap());
    let again = server.send("GET", "/tagged", &["accept: text/csv", &known], b"").await;
    assert_eq!(
        (again.status, again.header("vary"), again.header("content-type")),
        (304, Some("accept"), None)
    );
    assert_eq!(server.send("GET", "/tagged", &["accept: text/html", &known], b"").await.status, 200);
    assert_eq!(server.send("GET", "/tagged", &["accept: image/png", &known], b"").await.status, 406);
}

#[tokio::test]
async fn a_long_accept_is_read_in_time() {
    let server = serve(App::new(routes![stock])).await;
    let ranges = vec!["a/b;q=0.1;x=\"y,z\""; 2_000].join(",");
    let response = asked(&server, "/stock", &format!("{ranges}, text/csv;q=0.01")).await;
    assert_eq!((response.status, response.text().as_str()), (200, "nails,7\n"));
}
