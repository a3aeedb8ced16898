//! `location = …`: made from the success and the captures, relative or absolute, and only of a success.

mod support;

use std::borrow::Cow;
use std::net::Ipv4Addr;

use fingerpost::{App, Created, Json, Problem, Redirect, delete, get, post, put, routes};
use fingerpost_tests::shelf;
use serde::Serialize;
use support::serve;

#[derive(Serialize)]
struct Post {
    id: u64,
    title: String,
}

#[get("/posts/{id}?{lang}")]
fn get_post(id: u64, lang: Option<&str>) -> String {
    format!("{id} {lang:?}")
}

#[get("/posts/{id}/comments/{name}")]
fn get_comment(id: u64, name: &str) -> String {
    format!("{id} {name}")
}

#[post("/posts", status = 201, location = |post| get_post(id = post.id))]
async fn new_post(title: String) -> Result<Json<Post>, Problem> {
    if title.is_empty() {
        return Err(Problem::new(422).detail("a post has a title"));
    }
    Ok(Json(Post { id: 7, title }))
}

#[put("/posts/{id}", status = 201, location = get_post(id = id, lang = "de"))]
fn put_post(_id: u64) {}

#[post("/posts/{id}/comments/{name}", status = CREATED, location = |text| get_comment(id = id, name = text))]
fn new_comment(id: u64, name: &str) -> String {
    format!("{name} {id}/ü")
}

#[post("/posts/{id}/renamed/{name}", status = 303, location = get_comment(name = name, id = id + 1))]
async fn rename(name: String, id: u64) {
    drop((name, id));
}

#[delete("/posts", status = 303, location = index())]
fn clear() {}

#[get("/index")]
fn index() {}

#[post("/maybe", status = 201, location = |post| self::get_post(id = post.id))]
async fn maybe(body: String) -> Option<Json<Post>> {
    body.parse().ok().map(|id| Json(Post { id, title: String::new() }))
}

#[post("/books", status = 201, location = |_| shelf::get_book(index = 0))]
fn new_book() -> &'static str {
    "stored"
}

#[post("/pool/{id}", blocking, status = 201, location = |found| get_post(id = *found.0.0))]
fn pool(id: u64) -> Json<Boxed> {
    Json(Boxed(Box::new(id)))
}

#[put("/fields/{id}", status = 201, location = |post| get_post(id = post.id))]
fn of_a_field(id: u64) -> Json<Post> {
    Json(Post { id: id + 1, title: String::new() })
}

#[put("/values/{post}", status = 201, location = |post| get_post(id = post.id))]
fn of_the_value(post: u64) -> Json<Post> {
    Json(Post { id: post + 1, title: String::new() })
}

#[put("/parts/{id}/{title}", status = 201, location = |Json(Post { id, .. })| get_comment(id = *id, name = title))]
fn of_a_part(id: u64, title: &str) -> Json<Post> {
    Json(Post { id: id + 1, title: title.to_owned() })
}

#[put("/texts/{id}", status = 201, location = get_comment(id = 0, name = format!("<{id:03}>")))]
fn in_a_text(id: u64) -> String {
    id.to_string()
}

#[derive(Serialize)]
struct Boxed(Box<u64>);

#[get("/found/{*rest}?page-size={size}&{tag}&{word}&{part}&{host}&{hosts}&{from}")]
#[expect(clippy::too_many_arguments, reason = "one of each kind")]
fn found(
    size: Option<u8>,
    tag: Vec<u32>,
    word: Vec<&str>,
    part: Vec<Cow<'_, str>>,
    host: Ipv4Addr,
    hosts: Vec<Ipv4Addr>,
    from: Option<Ipv4Addr>,
    rest: &str,
) -> String {
    format!("{rest} {size:?} {tag:?} {word:?} {part:?} {host} {hosts:?} {from:?}")
}

#[post(
    "/found",
    status = 201,
    location = |text| found(word = [text, "&"], host = Ipv4Addr::LOCALHOST, tag = [1, 2], rest = "a/b c", size = 7)
)]
fn new_found() -> &'static str {
    "x"
}

#[post("/found/few", status = 201, location = found(rest = "", host = Ipv4Addr::LOCALHOST, hosts = &[HOST, HOST], part = ["a".into()]))]
fn few_found() {}

const HOST: Ipv4Addr = Ipv4Addr::new(1, 2, 3, 4);

routes! {
    posts = [
        get_post, get_comment, new_post, put_post, new_comment, rename, clear, index, maybe, pool, found, new_found,
        few_found, of_a_field, of_the_value, of_a_part, in_a_text,
    ]
}

const CASES: &[(&str, &str, &str, u16, &str)] = &[
    ("POST", "/posts", "hello", 201, "/posts/7"),
    ("PUT", "/posts/9", "", 201, "/posts/9?lang=de"),
    ("POST", "/posts/9/comments/a%20b", "", 201, "/posts/9/comments/a%20b%209%2F%C3%BC"),
    ("POST", "/posts/9/renamed/a%2Fb", "", 303, "/posts/10/comments/a%2Fb"),
    ("DELETE", "/posts", "", 303, "/index"),
    ("POST", "/maybe", "5", 201, "/posts/5"),
    ("POST", "/pool/6", "", 201, "/posts/6"),
    ("POST", "/found", "", 201, "/found/a/b%20c?page-size=7&tag=1&tag=2&word=x&word=%26&host=127.0.0.1"),
    ("POST", "/found/few", "", 201, "/found/?part=a&host=127.0.0.1&hosts=1.2.3.4&hosts=1.2.3.4"),
    // What the success has of a name goes before what the path has.
    ("PUT", "/fields/1", "", 201, "/posts/2"),
    ("PUT", "/values/1", "", 201, "/posts/2"),
    ("PUT", "/parts/1/a", "", 201, "/posts/2/comments/a"),
    ("PUT", "/texts/7", "", 201, "/posts/0/comments/%3C007%3E"),
];

#[tokio::test]
async fn is_made_from_the_success_and_the_captures() {
    let plain = serve(App::new(routes![posts])).await;
    let below = serve(App::new(routes!["/api" => posts])).await;
    let absolute = serve(App::new(routes!["/api" => posts]).origin("https://example.org")).await;
    for (method, target, body, status, location) in CASES {
        let response = plain.send(method, target, &[], body.as_bytes()).await;
        assert_eq!((response.status, response.header("location")), (*status, Some(*location)), "{target}");
        for (server, start) in [(&below, "/api"), (&absolute, "https://example.org/api")] {
            let response = server.send(method, &format!("/api{target}"), &[], body.as_bytes()).await;
            let expected = format!("{start}{location}");
            assert_eq!((response.status, response.header("location")), (*status, Some(&*expected)));
        }
    }
    let response = plain.send("POST", "/posts", &[], b"hello").await;
    assert_eq!(response.text(), r#"{"id":7,"title":"hello"}"#);
}

#[tokio::test]
async fn is_not_there_where_there_is_no_success() {
    let server = serve(App::new(routes![posts])).await;
    for (target, body, status) in [("/posts", "", 422), ("/maybe", "x", 404), ("/pool/x", "", 400)] {
        let response = server.send("POST", target, &[], body.as_bytes()).await;
        assert_eq!((response.status, response.header("location")), (status, None), "{target}");
        response.problem();
    }
    let response = server.send("POST", "/posts", &[], b"\xff").await;
    assert_eq!((response.status, response.header("location")), (400, None));
}

#[tokio::test]
async fn leads_into_other_crates() {
    let app = App::new(routes![new_book, "/shelf" => shelf::table]);
    let server = serve(app.state(shelf::Books(vec!["Emma"]))).await;
    let response = server.request("POST", "/books").await;
    assert_eq!((response.status, response.header("location")), (201, Some("/shelf/books/0")));
    assert_eq!(response.text(), "stored");
}

#[put("/drafts/{id}", status = 201, location = put_draft(id = id))]
fn put_draft(id: u64) -> String {
    id.to_string()
}

#[get("/notes/{id}", successor = put_note(id = id))]
fn get_note(id: u64) -> String {
    id.to_string()
}

#[put("/notes/{id}", status = 201, location = get_note(id = id))]
fn put_note(id: u64) {
    let _ = id;
}

#[tokio::test]
async fn may_lead_back() {
    let server = serve(App::new(routes!["/api" => put_draft, get_note, put_note])).await;
    for (target, location) in [("/api/drafts/7", "/api/drafts/7"), ("/notes/7", "/notes/7")] {
        let response = server.request("PUT", target).await;
        assert_eq!((response.status, response.header("location")), (201, Some(location)));
    }
    let response = server.request("GET", "/notes/7").await;
    assert_eq!(response.header("link"), Some(r#"</notes/7>; rel="successor-version""#));
}

#[post("/redirected")]
fn redirected() -> Redirect {
    Redirect::to(get_post::path(3, Some("a b")))
}

#[post("/created")]
fn created() -> Created<Json<u64>> {
    Created::at(get_post::path(3, None).absolute(), Json(3))
}

#[tokio::test]
async fn may_be_a_values_own() {
    let app = App::new(routes!["/in" => redirected, "/api" => posts, created]).origin("https://example.org");
    let server = serve(app).await;
    let response = server.request("POST", "/in/redirected").await;
    assert_eq!((response.status, response.header("location")), (303, Some("/api/posts/3?lang=a%20b")));
    let response = server.request("POST", "/created").await;
    assert_eq!(
        (response.status, response.header("location")),
        (201, Some("https://example.org/api/posts/3"))
    );
    assert_eq!(response.text(), "3");
}
