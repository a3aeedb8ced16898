//! Everything that was asked and answered where Flask's users learn to return 201, as handlers.
//!
//! `cargo run --example answers`, then `curl -i -X PUT http://127.0.0.1:8080/database`.

use fingerpost::minijinja::{Environment, context};
use fingerpost::{
    App, BoxError, FieldsOf, Html, Json, NoState, OrProblem, Page, Problem, Response, SetCookies, States,
    StatusCode, Template, get, problem, put, route, routes,
};
use serde::Serialize;
use serde_json::{Value, json};

/// `return "", 201`
#[route(PUT, "/database", status = 201)]
fn database() {}

/// `return 'Hello World!', 201`
#[put("/hello", status = 201)]
fn hello() -> &'static str {
    "Hello World!"
}

/// `return html, 200, {'Content-Type': 'text/html'}`
#[get("/html")]
fn html() -> Html<&'static str> {
    Html("<h1>Hello World!</h1>")
}

/// The same for any other media type, and for any other header.
// `header("ContentType" = "text/csv")`, as it is misspelt there, does not compile:
//     error: there is no header `ContentType`
//            help: did you mean `"Content-Type"`?
#[get("/csv", content_type = "text/csv", header("Cache-Control" = "no-store"))]
fn csv() -> &'static str {
    "id,title\r\n1,Intro\r\n"
}

#[derive(Serialize)]
struct Point {
    x: i32,
    y: i32,
}

/// `return json.dumps(x), 200, {'Content-Type': 'application/json'}`
#[get("/point")]
fn point() -> Json<Point> {
    Json(Point { x: 1, y: 2 })
}

/// `return {'a': 'b'}, 201`
#[put("/dict", status = 201)]
fn dict() -> Value {
    json!({ "a": "b" })
}

/// `return Response("{'a':'b'}", status=201, mimetype='application/json')`, but JSON
#[put("/response")]
fn response() -> Result<Response<String>, Problem> {
    let response = Response::builder().status(201).header("content-type", "application/json");
    response.body(json!({ "a": "b" }).to_string()).or_500()
}

/// The same in short.
#[put("/tuple")]
fn tuple() -> (StatusCode, [(&'static str, &'static str); 1], Value) {
    (StatusCode::CREATED, [("x-answer", "42")], json!({ "a": "b" }))
}

/// `response = make_response('Hello')`, `response.set_cookie('theme', 'dark')`,
/// `response.headers['X-Answer'] = '42'`
#[get("/made")]
fn made() -> (SetCookies, [(&'static str, &'static str); 1], &'static str) {
    (SetCookies::new().add(("theme", "dark")), [("x-answer", "42")], "Hello")
}

/// `return 'Hello', status.HTTP_201_CREATED`
#[put("/named", status = CREATED)]
fn named() -> &'static str {
    "Hello"
}

const SUCCESS: u16 = 201;

/// `return 'Hello', success`, where `success` is a variable
// `status = "201"`, which Flask finds out about when a request comes, does not compile:
//     error: a status is a number or a name, not a string
//            help: `status = 201`
#[put("/constant", status = SUCCESS)]
fn constant() -> &'static str {
    "Hello"
}

#[derive(askama::Template)]
#[template(path = "page.html")]
struct PageTemplate {
    title: &'static str,
}

/// `return render_template('page.html', title='Created'), 201`: checked while compiling, by askama
#[put("/askama", status = 201)]
fn askama_page() -> Template<PageTemplate> {
    Template(PageTemplate { title: "Created" })
}

/// The same, loaded while running, by minijinja.
#[put("/minijinja", status = 201)]
fn minijinja_page(templates: &Environment<'static>) -> Page {
    Page::new(templates, "page.html", context! { title => "Created" })
}

/// `abort(404)`
#[get("/abort")]
fn abort() -> Result<&'static str, StatusCode> {
    Err(StatusCode::NOT_FOUND)
}

/// `abort(404, description='…')`
// `problem!(201, "…")`, where Flask's `abort(201)` raises a `LookupError`, does not compile:
//     error[E0080]: evaluation panicked: a problem is a failure: its status is 400 to 599
//                   help: another status, or return a success
#[get("/abort/{what}")]
fn abort_with(what: &str) -> Result<&'static str, Problem> {
    Err(problem!(404, "no {what} here"))
}

/// The handlers of one resource: `Model.query.get_or_404()`, `Post.from_json(request.json)`,
/// `jsonify(post), 201, {'Location': url_for('api.get_post', id=post.id, _external=True)}`, and a class of methods,
/// which is a module here.
mod posts {
    use std::sync::{Mutex, PoisonError};

    use fingerpost::{Json, OrProblem, Problem, get, post, routes};
    use serde::{Deserialize, Serialize};

    routes! { pub(crate) table = [list_posts, get_post, get_title, new_post] }

    #[derive(Clone, Serialize)]
    struct Post {
        id: usize,
        title: String,
    }

    #[derive(Deserialize)]
    struct NewPost {
        title: String,
    }

    #[derive(Default)]
    pub(crate) struct Posts(Mutex<Vec<Post>>);

    impl Posts {
        fn all(&self) -> Vec<Post> {
            self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
        }

        fn find(&self, id: usize) -> Option<Post> {
            self.all().into_iter().find(|post| post.id == id)
        }

        fn add(&self, title: String) -> Post {
            let mut posts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            let post = Post { id: posts.len() + 1, title };
            posts.push(post.clone());
            post
        }
    }

    #[get("/posts")]
    fn list_posts(posts: &Posts) -> Json<Vec<Post>> {
        Json(posts.all())
    }

    /// `get_or_404()`: `None` is 404.
    #[get("/posts/{id}")]
    fn get_post(id: usize, posts: &Posts) -> Option<Json<Post>> {
        posts.find(id).map(Json)
    }

    /// `first_or_404(description='no post 7')`
    #[get("/posts/{id}/title")]
    fn get_title(id: usize, posts: &Posts) -> Result<String, Problem> {
        let post = posts.find(id).or_404(|| format!("no post {id}"))?;
        Ok(post.title)
    }

    #[post("/posts", status = 201, location = |post| get_post(id = post.id))]
    fn new_post(Json(new): Json<NewPost>, posts: &Posts) -> Json<Post> {
        Json(posts.add(new.title))
    }
}

routes! {
    table = [
        database, hello, html, csv, point, dict, response, tuple, made, named, constant, askama_page,
        minijinja_page, abort, abort_with, "/api" => posts::table,
    ]
}

#[derive(States)]
struct Shared {
    posts: posts::Posts,
    templates: Environment<'static>,
}

fn app() -> Result<App<table, (FieldsOf<Shared>, NoState)>, BoxError> {
    let mut templates = Environment::new();
    templates.add_template("page.html", include_str!("templates/page.html"))?;
    Ok(App::new(table).states(Shared { posts: posts::Posts::default(), templates }))
}

fn main() -> Result<(), BoxError> {
    let address = std::env::args().nth(1).unwrap_or_else(|| "127.0.0.1:8080".to_owned());
    Ok(app()?.run(address)?)
}

#[cfg(test)]
mod tests {
    use fingerpost::{TestClient, TestResponse};
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    use tokio::net::{TcpListener, TcpStream};

    use super::*;

    fn client() -> TestClient {
        app().unwrap().test()
    }

    async fn put(path: &str) -> TestResponse {
        client().put(path).send().await
    }

    async fn get(path: &str) -> TestResponse {
        client().get(path).send().await
    }

    /// Status, media type and body of an answer.
    fn seen(response: &TestResponse) -> (u16, Option<&str>, String) {
        (response.status().as_u16(), response.header("content-type"), response.text())
    }

    const TEXT: Option<&str> = Some("text/plain; charset=utf-8");
    const HTML: Option<&str> = Some("text/html; charset=utf-8");
    const JSON: Option<&str> = Some("application/json");
    const PROBLEM: Option<&str> = Some("application/problem+json");

    #[tokio::test]
    async fn nothing_with_a_status() {
        assert_eq!(seen(&put("/database").await), (201, None, String::new()));
    }

    #[tokio::test]
    async fn text_with_a_status() {
        assert_eq!(seen(&put("/hello").await), (201, TEXT, "Hello World!".to_owned()));
    }

    #[test]
    fn a_handler_is_still_a_function() {
        assert_eq!(hello(), "Hello World!");
    }

    #[tokio::test]
    async fn a_media_type_and_a_header() {
        assert_eq!(seen(&get("/html").await), (200, HTML, "<h1>Hello World!</h1>".to_owned()));
        let csv = get("/csv").await;
        assert_eq!(seen(&csv), (200, Some("text/csv"), "id,title\r\n1,Intro\r\n".to_owned()));
        assert_eq!(csv.header("cache-control"), Some("no-store"));
    }

    #[tokio::test]
    async fn json_from_a_struct_and_in_place() {
        assert_eq!(seen(&get("/point").await), (200, JSON, r#"{"x":1,"y":2}"#.to_owned()));
        assert_eq!(seen(&put("/dict").await), (201, JSON, r#"{"a":"b"}"#.to_owned()));
    }

    #[tokio::test]
    async fn a_whole_response() {
        assert_eq!(seen(&put("/response").await), (201, JSON, r#"{"a":"b"}"#.to_owned()));
        let tuple = put("/tuple").await;
        assert_eq!(seen(&tuple), (201, JSON, r#"{"a":"b"}"#.to_owned()));
        assert_eq!(tuple.header("x-answer"), Some("42"));
    }

    #[tokio::test]
    async fn headers_and_cookies_on_an_answer() {
        let made = get("/made").await;
        assert_eq!(seen(&made), (200, TEXT, "Hello".to_owned()));
        assert_eq!(made.header("x-answer"), Some("42"));
        assert_eq!(made.header("set-cookie"), Some("theme=dark; HttpOnly; SameSite=Lax; Secure; Path=/"));
    }

    #[tokio::test]
    async fn a_status_by_name_and_in_a_constant() {
        assert_eq!(seen(&put("/named").await), (201, TEXT, "Hello".to_owned()));
        assert_eq!(seen(&put("/constant").await), (201, TEXT, "Hello".to_owned()));
    }

    #[tokio::test]
    async fn a_page_with_a_status() {
        let page = "<!doctype html>\n<title>Created</title>\n<h1>Created</h1>";
        assert_eq!(seen(&put("/askama").await), (201, HTML, page.to_owned()));
        assert_eq!(seen(&put("/minijinja").await), (201, HTML, page.to_owned()));
    }

    #[tokio::test]
    async fn giving_up() {
        let bare = r#"{"title":"Not Found","status":404}"#;
        assert_eq!(seen(&get("/abort").await), (404, PROBLEM, bare.to_owned()));
        let full = r#"{"title":"Not Found","status":404,"detail":"no cake here"}"#;
        assert_eq!(seen(&get("/abort/cake").await), (404, PROBLEM, full.to_owned()));
    }

    #[tokio::test]
    async fn a_post_or_404() {
        let client = client();
        client.post("/api/posts").json(&json!({ "title": "Intro" })).send().await;
        assert_eq!(seen(&client.get("/api/posts/1").send().await).2, r#"{"id":1,"title":"Intro"}"#);
        assert_eq!(client.get("/api/posts/1/title").send().await.text(), "Intro");
        assert_eq!(client.get("/api/posts/7").send().await.status(), 404);
        assert_eq!(client.get("/api/posts/7/title").send().await.json::<Value>()["detail"], "no post 7");
        assert_eq!(client.get("/api/posts/x").send().await.status(), 400);
    }

    #[tokio::test]
    async fn a_post_from_json() {
        let posted = client().post("/api/posts").json(&json!({ "title": "Intro" })).send().await;
        assert_eq!(seen(&posted), (201, JSON, r#"{"id":1,"title":"Intro"}"#.to_owned()));
        let refused = client().post("/api/posts").json(&json!({ "titel": "Intro" })).send().await;
        assert_eq!(seen(&refused).0, 422);
    }

    #[tokio::test]
    async fn the_location_of_what_is_new() {
        let post = json!({ "title": "Intro" });
        let relative = client().post("/api/posts").json(&post).send().await;
        assert_eq!(relative.header("location"), Some("/api/posts/1"));
        let client = app().unwrap().origin("https://example.org").test();
        let absolute = client.post("/api/posts").json(&post).send().await;
        assert_eq!(absolute.header("location"), Some("https://example.org/api/posts/1"));
    }

    #[tokio::test]
    async fn a_module_of_handlers_below_a_prefix() {
        assert_eq!(seen(&get("/api/posts").await), (200, JSON, "[]".to_owned()));
        assert_eq!(get("/posts").await.status(), 404);
        let wrong = put("/api/posts").await;
        assert_eq!((wrong.status().as_u16(), wrong.header("allow")), (405, Some("GET, HEAD, OPTIONS, POST")));
    }

    #[tokio::test]
    async fn over_a_socket() {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let mut stream = TcpStream::connect(listener.local_addr().unwrap()).await.unwrap();
        tokio::spawn(app().unwrap().serve(listener));
        let request = b"PUT /database HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
        stream.write_all(request).await.unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).await.unwrap();
        assert!(answer.starts_with("HTTP/1.1 201 Created\r\n"), "{answer}");
        assert!(answer.contains("content-length: 0\r\n") && answer.ends_with("\r\n\r\n"), "{answer}");
    }
}
