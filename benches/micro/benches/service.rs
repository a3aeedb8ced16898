//! Time from a request to its response, without a connection: `cargo bench -p micro --bench service`.
//!
//! What an extractor costs is the difference to `nothing`, and so is what a responder does.

use contract::{Greeting, NewPost, Post, TEXT};
use divan::{Bencher, black_box};
use fingerpost::bytes::Bytes;
use fingerpost::http::Request;
use fingerpost::hyper::service::Service as _;
use fingerpost::{App, Html, Json, NoContent, Query, get, post, put, routes};
use http_body_util::Full;
use tokio::runtime::{Builder, Runtime};

#[put("/nothing")]
fn nothing() {}

#[get("/text")]
fn text() -> &'static str {
    TEXT
}

#[get("/string")]
fn string() -> String {
    TEXT.to_owned()
}

#[get("/html")]
fn html() -> Html<&'static str> {
    Html("<p>Hello</p>")
}

#[get("/no-content")]
fn no_content() -> NoContent {
    NoContent
}

#[get("/json")]
fn json() -> Json<Greeting> {
    Json(Greeting::HELLO)
}

#[put("/numbers/{number}")]
fn number(number: u64) {
    black_box(number);
}

#[put("/texts/{text}")]
fn borrowed(text: &str) {
    black_box(text);
}

#[put("/words/{text}")]
fn owned(text: String) {
    black_box(text);
}

#[put("/query")]
fn query(Query(post): Query<Post>) {
    black_box(post);
}

#[put("/body")]
fn body(Json(new): Json<NewPost>) {
    black_box(new);
}

#[post("/posts", status = 201, location = |post| get_post(id = post.id))]
fn new_post(Json(new): Json<NewPost>) -> Json<Post> {
    Json(Post::new(new))
}

#[get("/posts/{id}")]
fn get_post(id: u64) -> Json<Post> {
    Json(Post::with_id(id))
}

routes! {
    table = [
        nothing, text, string, html, no_content, json, number, borrowed, owned, query, body, new_post, get_post,
    ]
}

fn main() {
    divan::main();
}

fn runtime() -> Runtime {
    Builder::new_current_thread().enable_time().build().expect("a runtime")
}

/// The request is made outside the time, and its response dropped outside it.
fn call(bencher: Bencher<'_, '_>, method: &str, path: &str, body: &'static str) {
    let service = App::new(table).into_service().expect("an app");
    let runtime = runtime();
    let request = || {
        Request::builder()
            .method(method)
            .uri(path)
            .header("content-type", "application/json")
            .body(Full::new(Bytes::from_static(body.as_bytes())))
            .expect("a request")
    };
    let response = runtime.block_on(service.call(request())).unwrap_or_else(|never| match never {});
    assert!(response.status().is_success(), "{method} {path}: {}", response.status());
    bencher.with_inputs(request).bench_local_values(|request| runtime.block_on(service.call(request)));
}

#[divan::bench(args = ["text", "string", "html", "no-content", "json"])]
fn response(bencher: Bencher<'_, '_>, name: &str) {
    call(bencher, "GET", &format!("/{name}"), "");
}

#[divan::bench(args = ["nothing", "numbers/42", "texts/blue", "words/blue", "query?id=7&title=First"])]
fn extraction(bencher: Bencher<'_, '_>, target: &str) {
    call(bencher, "PUT", &format!("/{target}"), "");
}

#[divan::bench]
fn extraction_of_a_json_body(bencher: Bencher<'_, '_>) {
    call(bencher, "PUT", "/body", r#"{"title":"First"}"#);
}

#[divan::bench]
fn all_of_it(bencher: Bencher<'_, '_>) {
    call(bencher, "POST", "/posts", r#"{"title":"First"}"#);
}
