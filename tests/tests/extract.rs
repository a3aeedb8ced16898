//! Extractors, as a client notices them: what is read, and what is answered to what cannot be read.

#![allow(clippy::needless_pass_by_value, reason = "a handler takes its arguments")]

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::net::SocketAddr;
use std::sync::Arc;

use fingerpost::headers::{Authorization, ContentLength, authorization::Bearer};
use fingerpost::http::Version;
use fingerpost::{
    App, ClientAddr, Cookies, Extension, Form, FormRejection, FromRequest, Header, HeaderMap,
    HeaderRejection, Json, JsonRejection, Method, Path, PathRejection, Problem, Query, QueryRejection,
    RequestContext, State, TestClient, TestResponse, Uri, get, post, route, routes,
};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

const FORM: &str = "application/x-www-form-urlencoded";

#[derive(Debug, Deserialize, Serialize)]
struct Post {
    title: String,
    #[serde(default)]
    tags: Vec<String>,
    stars: Option<u8>,
}

/// The detail of a problem document with this status.
#[track_caller]
fn detail(response: &TestResponse, status: u16) -> String {
    assert_eq!(response.status(), status, "{}", response.text());
    assert_eq!(response.header("content-type"), Some("application/problem+json"));
    let document = response.json::<Value>();
    assert_eq!(document["status"], status);
    document["detail"].as_str().unwrap_or_default().to_owned()
}

/// Sends a request as it is written over a connection of its own.
async fn exchange(address: SocketAddr, request: &str) -> String {
    let mut stream = TcpStream::connect(address).await.unwrap();
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut response = String::new();
    stream.read_to_string(&mut response).await.unwrap();
    response
}

mod json {
    use super::*;

    #[post("/echo")]
    fn echo(Json(post): Json<Post>) -> Json<Post> {
        Json(post)
    }

    #[post("/maybe")]
    fn maybe(post: Option<Json<Post>>) -> String {
        post.map_or("nothing".to_owned(), |post| post.title.clone())
    }

    #[post("/looked-at")]
    fn looked_at(post: Result<Json<Post>, JsonRejection>) -> Result<String, Problem> {
        match post {
            Err(JsonRejection::Missing) => Ok("untitled".to_owned()),
            post => Ok(post?.0.title),
        }
    }

    #[post("/small", body_limit = "16 B")]
    fn small(Json(post): Json<Post>) -> String {
        post.title
    }

    fn client() -> TestClient {
        App::new(routes![echo, maybe, looked_at, small]).test()
    }

    async fn send(path: &str, media_type: &str, body: &'static str) -> TestResponse {
        client().post(path).header("content-type", media_type).body(body).send().await
    }

    #[tokio::test]
    async fn is_read_from_its_media_types() {
        for media_type in ["application/json", "Application/JSON;charset=utf-8", "application/vnd.post+json"]
        {
            let response = send("/echo", media_type, r#"{"title":"a","stars":5}"#).await;
            assert_eq!(response.status(), 200, "{media_type}");
            assert_eq!(response.json::<Value>(), json!({ "title": "a", "tags": [], "stars": 5 }));
        }
    }

    #[tokio::test]
    async fn of_another_media_type_is_415_and_says_which() {
        let response = send("/echo", "text/plain", r#"{"title":"a"}"#).await;
        let expected = "the body must be JSON, sent with `Content-Type: application/json`";
        assert_eq!(detail(&response, 415), expected);
        assert_eq!(response.header("accept"), Some("application/json"));

        let untyped = client().post("/echo").body(r#"{"title":"a"}"#).send().await;
        assert_eq!(detail(&untyped, 415), expected);
    }

    #[tokio::test]
    async fn that_is_missing_is_400() {
        let response = client().post("/echo").send().await;
        assert_eq!(detail(&response, 400), "a JSON body is required");
    }

    #[tokio::test]
    async fn that_is_malformed_is_400_with_its_place() {
        let response = send("/echo", "application/json", "{\n  \"title\": a}").await;
        assert_eq!(detail(&response, 400), "the body is not JSON: expected value at line 2 column 12");
        assert_eq!(response.json::<Value>()["line"], 2);
        assert_eq!(response.json::<Value>()["column"], 12);
        for body in ["", "{", r#"{"title":"a"} b"#, "\u{feff}{}"] {
            assert!(
                detail(&send("/echo", "application/json", body).await, 400).contains(" at line 1 column ")
            );
        }
    }

    #[tokio::test]
    async fn of_another_shape_is_422_with_its_member() {
        let response = send("/echo", "application/json", r#"{"title":"a","tags":["b",3]}"#).await;
        let expected =
            "the body does not fit: invalid type: integer `3`, expected a string at line 1 column 26";
        assert_eq!(detail(&response, 422), expected);
        assert_eq!(
            response.json::<Value>()["errors"],
            json!([{ "detail": "invalid type: integer `3`, expected a string", "pointer": "#/tags/1" }])
        );

        let missing = send("/echo", "application/json", "{}").await;
        assert!(detail(&missing, 422).contains("missing field `title`"));
        assert_eq!(missing.json::<Value>()["errors"][0]["pointer"], "#");
    }

    #[tokio::test]
    async fn is_never_echoed_at_length() {
        let long = format!(r#"{{"title":"a","stars":"{}"}}"#, "é".repeat(10_000));
        let response =
            client().post("/echo").header("content-type", "application/json").body(long).send().await;
        let detail = detail(&response, 422);
        assert!(detail.len() < 400 && detail.ends_with('…'), "{detail}");
    }

    #[tokio::test]
    async fn that_is_too_long_is_413() {
        let response = send("/small", "application/json", r#"{"title":"longer than that"}"#).await;
        detail(&response, 413);
    }

    #[tokio::test]
    async fn may_be_absent_but_not_wrong_as_an_option() {
        assert_eq!(client().post("/maybe").send().await.text(), "nothing");
        assert_eq!(client().post("/maybe").json(&json!({ "title": "a" })).send().await.text(), "a");
        detail(&send("/maybe", "application/json", "").await, 400);
        detail(&send("/maybe", "application/json", "[").await, 400);
        detail(&send("/maybe", "application/json", "7").await, 422);
        detail(&send("/maybe", "text/plain", "7").await, 415);
        detail(&client().post("/maybe").body("7").send().await, 415);
    }

    #[tokio::test]
    async fn is_the_handler_s_business_as_a_result() {
        assert_eq!(client().post("/looked-at").send().await.text(), "untitled");
        detail(&send("/looked-at", "application/json", "7").await, 422);
    }

    #[tokio::test]
    async fn is_found_absent_in_an_empty_chunked_body() {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        tokio::spawn(App::new(routes![maybe]).serve_until(listener, std::future::pending()));
        let head =
            "POST /maybe HTTP/1.1\r\nhost: a\r\nconnection: close\r\ntransfer-encoding: chunked\r\n\r\n";

        let absent = exchange(address, &format!("{head}0\r\n\r\n")).await;
        assert!(absent.starts_with("HTTP/1.1 200 OK\r\n") && absent.ends_with("\r\n\r\nnothing"), "{absent}");

        let untyped = exchange(address, &format!("{head}1\r\n7\r\n0\r\n\r\n")).await;
        assert!(untyped.starts_with("HTTP/1.1 415 "), "{untyped}");
    }
}

mod form {
    use super::*;

    #[post("/form")]
    fn form(Form(post): Form<Post>) -> Json<Post> {
        Json(post)
    }

    #[post("/maybe")]
    fn maybe(post: Option<Form<Post>>) -> String {
        post.map_or("nothing".to_owned(), |Form(post)| post.title)
    }

    #[post("/looked-at")]
    fn looked_at(post: Result<Form<Post>, FormRejection>) -> String {
        post.map_or_else(|rejection| rejection.to_string(), |Form(post)| post.title)
    }

    fn client() -> TestClient {
        App::new(routes![form, maybe, looked_at]).test()
    }

    async fn send(path: &str, media_type: &str, body: &'static str) -> TestResponse {
        client().post(path).header("content-type", media_type).body(body).send().await
    }

    #[tokio::test]
    async fn is_read_with_repeated_fields() {
        let response = send("/form", FORM, "title=a+%26%20b&tags=x&tags=y&stars=5").await;
        assert_eq!(response.json::<Value>(), json!({ "title": "a & b", "tags": ["x", "y"], "stars": 5 }));
        let typed = client().post("/form").form(&[("title", "a")]).send().await;
        assert_eq!(typed.json::<Value>()["title"], "a");
    }

    #[tokio::test]
    async fn of_another_media_type_is_415_and_says_which() {
        for response in [
            send("/form", "application/json", "title=a").await,
            client().post("/form").body("title=a").send().await,
        ] {
            assert!(detail(&response, 415).contains(FORM));
            assert_eq!(response.header("accept"), Some(FORM));
        }
    }

    #[tokio::test]
    async fn that_is_missing_is_400() {
        assert_eq!(detail(&client().post("/form").send().await, 400), "a form is required");
    }

    #[tokio::test]
    async fn that_does_not_fit_is_422_and_names_the_field() {
        let response = send("/form", FORM, "title=a&stars=many").await;
        assert_eq!(detail(&response, 422), "the form does not fit: `stars`: invalid digit found in string");
        let response = send("/form", FORM, "").await;
        assert_eq!(detail(&response, 422), "the form does not fit: missing field `title`");
    }

    #[tokio::test]
    async fn may_be_absent_but_not_wrong_as_an_option() {
        assert_eq!(client().post("/maybe").send().await.text(), "nothing");
        assert_eq!(send("/maybe", FORM, "title=a").await.text(), "a");
        detail(&send("/maybe", FORM, "").await, 422);
        detail(&send("/maybe", "text/plain", "title=a").await, 415);
    }

    #[tokio::test]
    async fn is_the_handler_s_business_as_a_result() {
        assert_eq!(client().post("/looked-at").send().await.text(), "a form is required");
    }
}

mod query {
    use super::*;

    #[derive(Deserialize)]
    struct Page {
        size: Option<u8>,
    }

    #[get("/posts")]
    fn posts(Query(post): Query<Post>) -> Json<Post> {
        Json(post)
    }

    #[get("/maybe")]
    fn maybe(post: Option<Query<Post>>) -> String {
        post.map_or("nothing".to_owned(), |Query(post)| post.title)
    }

    #[get("/pages")]
    fn pages(page: Option<Query<Page>>) -> String {
        format!("{:?}", page.map(|Query(page)| page.size))
    }

    #[get("/looked-at")]
    fn looked_at(post: Result<Query<Post>, QueryRejection>) -> String {
        post.map_or_else(|rejection| format!("{:?}", rejection.name()), |Query(post)| post.title)
    }

    fn client() -> TestClient {
        App::new(routes![posts, maybe, pages, looked_at]).test()
    }

    #[tokio::test]
    async fn is_read_as_one_value() {
        let response = client().get("/posts?title=a%20b&tags=x&tags=y").send().await;
        assert_eq!(response.json::<Value>(), json!({ "title": "a b", "tags": ["x", "y"], "stars": null }));
    }

    #[tokio::test]
    async fn that_does_not_fit_is_400_and_names_the_parameter() {
        let response = client().get("/posts?title=a&stars=300").send().await;
        let expected = "the query does not fit: `stars`: number too large to fit in target type";
        assert_eq!(detail(&response, 400), expected);
        let response = client().get("/posts").send().await;
        assert_eq!(detail(&response, 400), "the query does not fit: missing field `title`");
    }

    #[tokio::test]
    async fn may_be_absent_but_not_wrong_as_an_option() {
        assert_eq!(client().get("/maybe").send().await.text(), "nothing");
        assert_eq!(client().get("/maybe?").send().await.text(), "nothing");
        assert_eq!(client().get("/maybe?title=a").send().await.text(), "a");
        detail(&client().get("/maybe?stars=5").send().await, 400);
        // Nothing is needed, so nothing is absent.
        assert_eq!(client().get("/pages").send().await.text(), "Some(None)");
    }

    #[tokio::test]
    async fn is_the_handler_s_business_as_a_result() {
        assert_eq!(client().get("/looked-at?title=a&stars=x").send().await.text(), r#"Some("stars")"#);
    }
}

mod path {
    use super::*;

    #[derive(Debug, Deserialize)]
    struct Key {
        user: String,
        id: u64,
    }

    #[derive(Debug, Deserialize)]
    #[serde(rename_all = "lowercase")]
    enum Kind {
        Note,
        Photo,
    }

    #[get("/users/{user}/posts/{id}")]
    fn named(Path(key): Path<Key>) -> String {
        format!("{} {}", key.user, key.id)
    }

    #[get("/at/{x}/{y}")]
    fn placed(Path((x, y)): Path<(i32, f64)>) -> String {
        format!("{x} {y}")
    }

    #[get("/kinds/{kind}")]
    fn only(Path(kind): Path<Kind>) -> String {
        format!("{kind:?}")
    }

    #[get("/files/{*rest}")]
    fn all(Path(captures): Path<BTreeMap<String, String>>) -> Json<BTreeMap<String, String>> {
        Json(captures)
    }

    #[get("/wrong/{id}")]
    fn wrong(Path(key): Path<Key>) -> String {
        key.user
    }

    #[get("/maybe/{id}")]
    fn maybe(_id: &str, key: Option<Path<u8>>) -> String {
        format!("{:?}", key.map(|Path(id)| id))
    }

    #[get("/looked-at/{id}")]
    fn looked_at(_id: &str, key: Result<Path<u8>, PathRejection>) -> String {
        key.map_or_else(|rejection| format!("{:?}", rejection.name()), |Path(id)| id.to_string())
    }

    fn client() -> TestClient {
        App::new(routes![named, placed, only, all, wrong, maybe, looked_at]).test()
    }

    async fn text(path: &str) -> String {
        let response = client().get(path).send().await;
        assert_eq!(response.status(), 200, "{}", response.text());
        response.text()
    }

    #[tokio::test]
    async fn is_read_by_name_by_position_and_alone() {
        assert_eq!(text("/users/a%20d%2Fa/posts/7").await, "a d/a 7");
        assert_eq!(text("/at/-1/2.5").await, "-1 2.5");
        assert_eq!(text("/kinds/photo").await, "Photo");
        assert_eq!(text("/kinds/note").await, "Note");
        assert_eq!(text("/files/a/b").await, r#"{"rest":"a/b"}"#);
    }

    #[tokio::test]
    async fn that_does_not_fit_is_400_and_names_the_capture() {
        let response = client().get("/users/ada/posts/last").send().await;
        assert_eq!(detail(&response, 400), "`id` in the path is `last`, which is not a `u64`");
        let response = client().get("/at/1/up").send().await;
        assert_eq!(detail(&response, 400), "`y` in the path is `up`, which is not a `f64`");
        let response = client().get("/kinds/film").send().await;
        assert!(
            detail(&response, 400).starts_with("`kind` in the path does not fit: unknown variant `film`")
        );
        detail(&client().get("/maybe/x").send().await, 400);
        assert_eq!(text("/maybe/7").await, "Some(7)");
        assert_eq!(text("/looked-at/x").await, r#"Some("id")"#);
    }

    #[tokio::test]
    async fn that_the_route_cannot_fill_is_500_and_tells_no_client_why() {
        assert_eq!(detail(&client().get("/wrong/7").send().await, 500), "");
    }
}

mod header {
    use super::*;

    #[get("/token")]
    fn token(Header(authorization): Header<Authorization<Bearer>>) -> String {
        authorization.token().to_owned()
    }

    #[get("/maybe")]
    fn maybe(length: Option<Header<ContentLength>>) -> String {
        format!("{:?}", length.map(|Header(length)| length.0))
    }

    #[get("/looked-at")]
    fn looked_at(token: Result<Header<Authorization<Bearer>>, HeaderRejection>) -> String {
        token.map_or_else(|rejection| rejection.name().to_string(), |token| token.token().to_owned())
    }

    fn client() -> TestClient {
        App::new(routes![token, maybe, looked_at]).test()
    }

    #[tokio::test]
    async fn is_read_as_its_type() {
        let response = client().get("/token").header("authorization", "Bearer abc").send().await;
        assert_eq!(response.text(), "abc");
    }

    #[tokio::test]
    async fn that_is_missing_or_malformed_is_400_and_named() {
        let response = client().get("/token").send().await;
        assert_eq!(detail(&response, 400), "the header `authorization` is required");
        let response = client().get("/token").header("authorization", "Basic abc").send().await;
        assert_eq!(detail(&response, 400), "the header `authorization` is malformed");
        assert_eq!(client().get("/looked-at").send().await.text(), "authorization");
    }

    #[tokio::test]
    async fn may_be_absent_but_not_wrong_as_an_option() {
        assert_eq!(client().get("/maybe").send().await.text(), "None");
        let response = client().get("/maybe").header("content-length", "many").send().await;
        assert_eq!(detail(&response, 400), "the header `content-length` is malformed");
    }
}

mod cookies {
    use super::*;

    #[get("/cookies")]
    fn all(cookies: Cookies) -> Json<Vec<(String, String)>> {
        Json(cookies.iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect())
    }

    #[get("/one")]
    fn one(cookies: Cookies) -> String {
        format!("{:?}", cookies.get("a"))
    }

    #[tokio::test]
    async fn are_read_from_all_lines_in_order() {
        let client = App::new(routes![all, one]).test();
        let request = client.get("/cookies").header("cookie", "a=1; b=x%20y").header("cookie", "a=2");
        assert_eq!(request.send().await.json::<Value>(), json!([["a", "1"], ["b", "x y"], ["a", "2"]]));
        let request = client.get("/one").header("cookie", "b=0; a=1; a=2");
        assert_eq!(request.send().await.text(), r#"Some("1")"#);
    }

    #[tokio::test]
    async fn that_cannot_be_read_are_left_out() {
        let client = App::new(routes![all, one]).test();
        assert_eq!(client.get("/cookies").send().await.text(), "[]");
        let request = client.get("/cookies").header("cookie", "nonsense; =; a=1; b=%FF;;");
        assert_eq!(request.send().await.json::<Value>(), json!([["a", "1"]]));
        let request = client.get("/cookies").header("cookie", "a=é");
        assert_eq!(request.send().await.text(), "[]");
    }
}

mod message {
    use super::*;

    #[route(PUT | "PURGE", "/parts/{id}")]
    fn parts(method: Method, uri: Uri, version: Version, headers: HeaderMap, id: u8) -> String {
        format!("{method} {uri} {version:?} {} {id}", headers["x-a"].to_str().unwrap_or_default())
    }

    #[tokio::test]
    async fn has_its_parts_as_they_came() {
        let request = App::new(routes![parts]).test().request("PURGE", "/parts/%37?q=%20").header("x-a", "b");
        assert_eq!(request.send().await.text(), "PURGE /parts/%37?q=%20 HTTP/1.1 b 7");
    }
}

mod extension {
    use super::*;

    #[derive(Clone)]
    struct User(&'static str);

    /// Attaches the extension, as a layer would.
    struct Attach;

    impl FromRequest for Attach {
        type Rejection = Infallible;

        async fn from_request(request: &mut RequestContext<'_>) -> Result<Self, Infallible> {
            request.extensions_mut().insert(User("ada"));
            Ok(Self)
        }
    }

    #[get("/with")]
    fn with(_layer: Attach, Extension(user): Extension<User>) -> &'static str {
        user.0
    }

    #[get("/without")]
    fn without(user: Extension<User>) -> &'static str {
        user.0.0
    }

    #[get("/maybe")]
    fn maybe(user: Option<Extension<User>>) -> String {
        user.is_some().to_string()
    }

    #[tokio::test]
    async fn is_cloned_or_500_or_none() {
        let client = App::new(routes![with, without, maybe]).test();
        assert_eq!(client.get("/with").send().await.text(), "ada");
        let missing = client.get("/without").send().await;
        assert_eq!(detail(&missing, 500), "");
        assert!(!missing.text().contains("User"), "{}", missing.text());
        assert_eq!(client.get("/maybe").send().await.text(), "false");
    }
}

mod client_addr {
    use super::*;

    #[get("/ip")]
    fn ip(ClientAddr(address): ClientAddr) -> String {
        address.ip().to_string()
    }

    #[get("/maybe")]
    fn maybe(address: Option<ClientAddr>) -> String {
        address.is_some().to_string()
    }

    #[tokio::test]
    async fn is_500_or_none_without_a_connection() {
        let client = App::new(routes![ip, maybe]).test();
        assert_eq!(detail(&client.get("/ip").send().await, 500), "");
        assert_eq!(client.get("/maybe").send().await.text(), "false");
        let request = client.get("/ip").from_addr(SocketAddr::from(([192, 0, 2, 7], 4000)));
        assert_eq!(request.send().await.text(), "192.0.2.7");
    }

    #[tokio::test]
    async fn is_the_connection_s_whatever_headers_say() {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        tokio::spawn(App::new(routes![ip]).serve_until(listener, std::future::pending()));
        let request =
            "GET /ip HTTP/1.1\r\nhost: a\r\nconnection: close\r\nx-forwarded-for: 192.0.2.7\r\n\r\n";
        let response = exchange(address, request).await;
        assert!(response.ends_with("\r\n\r\n127.0.0.1"), "{response}");
    }
}

mod state {
    use super::*;

    struct Db(&'static str);

    #[get("/name")]
    async fn name(State(db): State<Arc<Db>>) -> String {
        tokio::spawn(async move { db.0.to_owned() }).await.unwrap_or_default()
    }

    #[get("/maybe")]
    fn maybe(db: Option<State<Arc<Db>>>) -> &'static str {
        db.map_or("", |db| db.0.0)
    }

    #[tokio::test]
    async fn is_cloned() {
        let client = App::new(routes![name, maybe]).state(Arc::new(Db("notes"))).test();
        assert_eq!(client.get("/name").send().await.text(), "notes");
        assert_eq!(client.get("/maybe").send().await.text(), "notes");
    }
}
