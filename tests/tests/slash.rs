//! A slash at the end of a path: strict, redirected or ignored, and never a way to another host.

mod support;

use fingerpost::{App, TrailingSlash, get, post, route, routes};
use support::serve;

#[get("/")]
fn root() -> &'static str {
    "root"
}

#[get("/posts")]
fn posts() -> &'static str {
    "posts"
}

#[post("/posts", status = 201)]
fn new_post(body: String) -> String {
    body
}

#[get("/tags/")]
fn tags() -> &'static str {
    "tags"
}

#[get("/posts/{id}")]
fn post(id: &str) -> String {
    format!("post {id}")
}

#[get("/both")]
fn without() -> &'static str {
    "without"
}

#[get("/both/")]
fn with() -> &'static str {
    "with"
}

#[get("/tree/{*rest?}")]
fn tree(rest: &str) -> String {
    format!("tree <{rest}>")
}

macro_rules! served {
    ($policy:ident) => {
        serve(
            App::new(routes![root, posts, new_post, tags, post, without, with, tree])
                .trailing_slash(TrailingSlash::$policy),
        )
        .await
    };
}

/// Answered in the same way under every policy.
const SAME: &[(&str, &str)] = &[
    ("/", "root"),
    ("/posts", "posts"),
    ("/posts?a=b", "posts"),
    ("/tags/", "tags"),
    ("/posts/7", "post 7"),
    ("/posts/7%2F", "post 7/"),
    ("/both", "without"),
    ("/both/", "with"),
    ("/tree", "tree <>"),
    ("/tree/", "tree <>"),
    ("/tree/a/", "tree <a/>"),
];

#[tokio::test]
async fn strict_is_the_default() {
    let server = serve(App::new(routes![root, posts, new_post, tags, post, without, with, tree])).await;
    server.gives(SAME).await;
    server.has_not(&["/posts/", "/tags", "/posts/7/", "//", "/posts//"]).await;
    assert_eq!(server.request("POST", "/posts/").await.status, 404);
    let strict = served!(Strict);
    strict.gives(SAME).await;
    strict.has_not(&["/posts/", "/tags"]).await;
}

#[tokio::test]
async fn redirect_leads_to_the_path_that_is_known() {
    let server = served!(Redirect);
    server.gives(SAME).await;
    for (target, location) in [
        ("/posts/", "/posts"),
        ("/tags", "/tags/"),
        ("/posts/7/", "/posts/7"),
        ("/posts/?a=b&c=%20+/?", "/posts?a=b&c=%20+/?"),
        ("/posts/?", "/posts?"),
        ("/posts/caf%C3%A9%20%2F/?q", "/posts/caf%C3%A9%20%2F?q"),
        ("/posts/%252F/", "/posts/%252F"),
    ] {
        let response = server.get(target).await;
        assert_eq!((response.status, response.header("location")), (308, Some(location)), "{target}");
        assert!(response.body.is_empty());
    }
    server.has_not(&["/nowhere", "/nowhere/", "/posts//", "/posts/7//"]).await;
}

#[tokio::test]
async fn redirect_keeps_the_method() {
    let server = served!(Redirect);
    let response = server.send("POST", "/posts/?draft", &[], b"text").await;
    assert_eq!((response.status, response.header("location")), (308, Some("/posts?draft")));
    let response = server.request("HEAD", "/posts/").await;
    assert_eq!((response.status, response.header("location")), (308, Some("/posts")));
    // No redirect to a path that would not answer either.
    let response = server.request("DELETE", "/posts/").await;
    assert!(matches!(response.status, 404 | 405), "{}", response.status);
    assert_eq!(response.header("location"), None);
}

#[tokio::test]
async fn ignore_lets_the_route_answer() {
    let server = served!(Ignore);
    server.gives(SAME).await;
    server
        .gives(&[
            ("/posts/", "posts"),
            ("/posts/?a=b", "posts"),
            ("/tags", "tags"),
            ("/posts/7/", "post 7"),
            ("/posts/a%2Fb/", "post a/b"),
        ])
        .await;
    let response = server.send("POST", "/posts/", &[], b"text").await;
    assert_eq!((response.status, response.text().as_str()), (201, "text"));
    let response = server.request("DELETE", "/posts/").await;
    assert_eq!((response.status, response.header("allow")), (405, Some("GET, HEAD, OPTIONS, POST")));
    let response = server.request("OPTIONS", "/tags").await;
    assert_eq!((response.status, response.header("allow")), (204, Some("GET, HEAD, OPTIONS")));
    server.has_not(&["/nowhere", "/nowhere/", "/posts//", "/posts/7//"]).await;
}

#[route(GET | POST, "/{name}")]
fn any_name(name: &str) -> String {
    format!("name {name}")
}

#[get("/{one}/{two}")]
fn any_two(one: &str, two: &str) -> String {
    format!("{one} and {two}")
}

#[get("/{*rest}")]
fn any_rest(rest: &str) -> String {
    format!("rest {rest}")
}

#[tokio::test]
async fn no_redirect_leads_to_another_host() {
    let names = serve(App::new(routes![any_name, any_two]).trailing_slash(TrailingSlash::Redirect)).await;
    let rests =
        serve(App::new(routes![any_name, any_two, any_rest]).trailing_slash(TrailingSlash::Redirect)).await;
    for target in [
        "//evil.example/",
        "//evil.example",
        "///evil.example/",
        "//evil.example/a/",
        "/%2Fevil.example/",
        "/%2F%2Fevil.example/",
        "/%5Cevil.example/",
        "/\\evil.example/",
        "/\\/evil.example/",
        "/.//evil.example/",
        "/%09/evil.example/",
        "/%0d%0aevil.example/",
        "//user@evil.example/a/",
        "/https://evil.example/",
    ] {
        for server in [&names, &rests] {
            let response = server.get(target).await;
            let Some(location) = response.header("location") else { continue };
            assert_eq!(response.status, 308, "{target}");
            // Browsers take a backslash for a slash, and drop tabs and line breaks (URL standard §4.4).
            let second = location.strip_prefix('/').map(|rest| rest.bytes().next());
            assert!(
                !matches!(second, None | Some(Some(b'/' | b'\\' | b'\t'))),
                "{target} leads to {location}"
            );
        }
    }
    let response = names.get("/%2Fevil.example/").await;
    assert_eq!((response.status, response.header("location")), (308, Some("/%2Fevil.example")));
}
