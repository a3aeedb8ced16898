//! Methods over a socket: HEAD, OPTIONS, 405, 501, tokens of one's own.

mod support;

use fingerpost::{
    App, Body, Method, Problem, Response, delete, get, head, options, patch, post, put, route, routes,
};
use support::{Items, serve};

#[get("/page", header("ETag" = "\"1\""))]
fn page() -> &'static str {
    "a page"
}

#[get("/empty")]
fn empty() {}

#[get("/streamed")]
fn streamed() -> Response {
    let chunks = [Ok::<_, std::io::Error>("one "), Ok("two")];
    Response::new(Body::from_stream(Items::new(chunks)))
}

#[tokio::test]
async fn get_answers_head_with_its_headers_and_no_body() {
    let server = serve(App::new(routes![page, empty, streamed])).await;
    let get = server.get("/page").await;
    let head = server.request("HEAD", "/page").await;
    assert_eq!(get.text(), "a page");
    assert_eq!(head.status, 200);
    for name in ["content-length", "content-type", "etag"] {
        assert!(get.header(name).is_some(), "{name}");
        assert_eq!(head.header(name), get.header(name), "{name}");
    }
    assert_eq!(server.request("HEAD", "/empty").await.status, 204);

    let get = server.get("/streamed").await;
    assert_eq!((get.text().as_str(), get.header("transfer-encoding")), ("one two", Some("chunked")));
    let head = server.request("HEAD", "/streamed").await;
    assert_eq!((head.status, head.header("content-length")), (200, None));
}

#[tokio::test]
async fn head_of_a_failure_has_no_body_either() {
    let server = serve(App::new(routes![page, new_thing])).await;
    for (target, status) in [("/nowhere", 404), ("/things", 405), ("/%zz", 400)] {
        let head = server.request("HEAD", target).await;
        assert_eq!(head.status, status, "{target}");
        assert_eq!(head.header("content-type"), Some("application/problem+json"));
        let length = server.get(target).await.body.len();
        if status != 405 {
            assert_eq!(head.header("content-length"), Some(length.to_string().as_str()), "{target}");
        }
    }
}

#[head("/page")]
fn own_head() -> ([(&'static str, &'static str); 1], ()) {
    ([("x-own", "head")], ())
}

#[tokio::test]
async fn ones_own_head_goes_first() {
    let server = serve(App::new(routes![page, own_head])).await;
    let head = server.request("HEAD", "/page").await;
    assert_eq!((head.status, head.header("x-own"), head.header("etag")), (204, Some("head"), None));
    assert_eq!(server.get("/page").await.text(), "a page");
    let alone = serve(App::new(routes![own_head])).await;
    let get = alone.get("/page").await;
    assert_eq!((get.status, get.header("allow")), (405, Some("HEAD, OPTIONS")));
}

#[post("/things", status = 201)]
fn new_thing() {}

#[put("/things/{id}")]
fn put_thing(id: u8) -> String {
    format!("put {id}")
}

#[patch("/things/{id}")]
fn patch_thing(id: u8) -> String {
    format!("patched {id}")
}

#[delete("/things/{id}")]
fn delete_thing(_id: u8) {}

#[get("/things/{id}")]
fn get_thing(id: u8) -> String {
    format!("got {id}")
}

#[tokio::test]
async fn each_method_has_its_handler() {
    let server = serve(App::new(routes![new_thing, put_thing, patch_thing, delete_thing, get_thing])).await;
    for (method, target, status, body) in [
        ("POST", "/things", 201, ""),
        ("PUT", "/things/1", 200, "put 1"),
        ("PATCH", "/things/1", 200, "patched 1"),
        ("DELETE", "/things/1", 204, ""),
        ("GET", "/things/1", 200, "got 1"),
        ("HEAD", "/things/1", 200, ""),
    ] {
        let response = server.request(method, target).await;
        assert_eq!((response.status, response.text().as_str()), (status, body), "{method} {target}");
    }
}

#[tokio::test]
async fn options_names_what_is_allowed() {
    let server =
        serve(App::new(routes![page, new_thing, put_thing, patch_thing, delete_thing, get_thing])).await;
    for (target, allow) in [
        ("/page", "GET, HEAD, OPTIONS"),
        ("/things", "OPTIONS, POST"),
        ("/things/1", "DELETE, GET, HEAD, OPTIONS, PATCH, PUT"),
        ("*", "DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT"),
    ] {
        let response = server.request("OPTIONS", target).await;
        assert_eq!((response.status, response.header("allow")), (204, Some(allow)), "{target}");
        assert!(response.body.is_empty());
    }
    assert_eq!(server.request("OPTIONS", "/nowhere").await.status, 404);
    assert_eq!(server.request("OPTIONS", "/%zz").await.status, 400);
    // `*` is a target of OPTIONS alone (RFC 9112 §3.2.4).
    assert!(matches!(server.request("DELETE", "*").await.status, 400..=499));
}

#[options("/things")]
fn own_options() -> &'static str {
    "my own"
}

#[tokio::test]
async fn ones_own_options_goes_first() {
    let server = serve(App::new(routes![new_thing, own_options])).await;
    let response = server.request("OPTIONS", "/things").await;
    assert_eq!((response.status, response.text().as_str()), (200, "my own"));
    assert_eq!(server.get("/things").await.header("allow"), Some("OPTIONS, POST"));
}

#[tokio::test]
async fn a_method_without_a_route_is_405_with_what_is_allowed() {
    let server = serve(App::new(routes![page, new_thing, put_thing, get_thing])).await;
    for (method, target, allow) in [
        ("POST", "/page", "GET, HEAD, OPTIONS"),
        ("TRACE", "/page", "GET, HEAD, OPTIONS"),
        ("QUERY", "/page", "GET, HEAD, OPTIONS"),
        ("GET", "/things", "OPTIONS, POST"),
        ("DELETE", "/things/1", "GET, HEAD, OPTIONS, PUT"),
        // The path is known, whatever stands in its capture.
        ("DELETE", "/things/x", "GET, HEAD, OPTIONS, PUT"),
    ] {
        let response = server.request(method, target).await;
        assert_eq!((response.status, response.header("allow")), (405, Some(allow)), "{method} {target}");
        let problem = response.problem();
        assert_eq!(problem.title, "Method Not Allowed");
        assert!(problem.detail.is_some_and(|detail| detail.contains(method) && detail.contains(allow)));
    }
    assert_eq!(server.request("DELETE", "/nowhere").await.status, 404);
}

#[tokio::test]
async fn a_method_that_nobody_knows_is_501() {
    let server = serve(App::new(routes![page])).await;
    for (method, target) in [("BREW", "/page"), ("BREW", "/nowhere"), ("get", "/page"), ("M-SEARCH", "/")] {
        let response = server.request(method, target).await;
        assert_eq!(
            (response.status, response.problem().title.as_str()),
            (501, "Not Implemented"),
            "{method}"
        );
        let detail = response.problem().detail.unwrap_or_default();
        assert!(detail.contains(method), "{detail}");
    }
}

#[tokio::test]
async fn a_tunnel_is_refused() {
    let server = serve(App::new(routes![page])).await;
    let response = server.request("CONNECT", "example.org:443").await;
    assert!(matches!(response.status, 400..=599), "{}", response.status);
    response.problem();
}

#[route("PURGE", "/cache/{key}")]
fn purge(key: &str) -> String {
    format!("purged {key}")
}

#[route("M-SEARCH", "/")]
fn search() -> &'static str {
    "found"
}

#[route(QUERY, "/posts")]
async fn query(body: String) -> String {
    format!("asked {body}")
}

#[tokio::test]
async fn any_token_is_a_method() {
    let server = serve(App::new(routes![purge, search, query, page])).await;
    assert_eq!(server.request("PURGE", "/cache/a").await.text(), "purged a");
    assert_eq!(server.request("M-SEARCH", "/").await.text(), "found");
    assert_eq!(server.send("QUERY", "/posts", &[], b"all").await.text(), "asked all");
    let response = server.get("/cache/a").await;
    assert_eq!((response.status, response.header("allow")), (405, Some("OPTIONS, PURGE")));
    // A method that the app knows is not allowed here, rather than unknown.
    let response = server.request("PURGE", "/page").await;
    assert_eq!((response.status, response.header("allow")), (405, Some("GET, HEAD, OPTIONS")));
    assert_eq!(server.request("PURGE", "/nowhere").await.status, 404);
    assert_eq!(server.request("purge", "/cache/a").await.status, 501);
}

#[route(GET | HEAD, "/either")]
fn either(method: Method) -> ([(&'static str, String); 1], &'static str) {
    ([("x-method", method.to_string())], "either")
}

#[route(PUT | PATCH | "PURGE", "/several")]
fn several(method: Method) -> String {
    method.to_string()
}

#[tokio::test]
async fn a_handler_may_have_several_methods() {
    let server = serve(App::new(routes![either, several])).await;
    let get = server.get("/either").await;
    assert_eq!((get.header("x-method"), get.text().as_str()), (Some("GET"), "either"));
    let head = server.request("HEAD", "/either").await;
    assert_eq!((head.header("x-method"), head.header("content-length")), (Some("HEAD"), Some("6")));
    for method in ["PUT", "PATCH", "PURGE"] {
        assert_eq!(server.request(method, "/several").await.text(), method);
    }
    assert_eq!(server.get("/several").await.header("allow"), Some("OPTIONS, PATCH, PURGE, PUT"));
}

#[route(GET, "/{*path?}", status = NOT_FOUND)]
fn own_404(path: &str) -> String {
    format!("no {path} here")
}

#[route(POST | PUT | PATCH | DELETE | OPTIONS | "BREW", "/{*path?}")]
fn own_answer(path: &str, method: Method) -> Problem {
    Problem::new(418).detail(format!("{method} {path}"))
}

#[tokio::test]
async fn every_answer_of_the_framework_may_be_ones_own() {
    let server = serve(App::new(routes![page, own_404, own_answer])).await;
    assert_eq!(server.get("/page").await.text(), "a page");
    let response = server.get("/nowhere/at/all").await;
    assert_eq!((response.status, response.text().as_str()), (404, "no nowhere/at/all here"));
    assert_eq!(server.get("/").await.text(), "no  here");
    for (method, target, detail) in
        [("POST", "/page", "POST page"), ("OPTIONS", "/page", "OPTIONS page"), ("BREW", "/x", "BREW x")]
    {
        let response = server.request(method, target).await;
        assert_eq!((response.status, response.problem().detail.as_deref()), (418, Some(detail)));
    }
    let response = server.request("TRACE", "/page").await;
    assert_eq!(
        (response.status, response.header("allow")),
        (405, Some("BREW, DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT"))
    );
}
