//! An API with something of everything.

#![allow(clippy::type_complexity, reason = "an answer says what it is")]

use fingerpost::{
    AppendHeaders, Event, Form, FromRequest, Json, JsonLines, JsonRejection, LastEventId, Method, Multipart,
    MultipartRejection, Path, Problem, Query, Redirect, RequestContext, Sse, StatusCode, Streamed, delete,
    get, post, put, route, routes,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A post as it is kept.
#[derive(Serialize, JsonSchema)]
pub(super) struct Post {
    pub(super) id: u64,
    /// What it is called.
    title: String,
    state: State,
    replies: Vec<Post>,
}

#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
enum State {
    Draft,
    Public,
}

#[derive(Deserialize, JsonSchema)]
pub(super) struct NewPost {
    #[schemars(length(max = 100), example = &"Intro")]
    title: String,
    #[serde(default)]
    state: Option<State>,
}

#[derive(Serialize, JsonSchema)]
pub(super) struct Page<T> {
    items: Vec<T>,
    next: Option<String>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(example = Mistake { detail: "too long".to_owned() })]
pub(super) struct Mistake {
    detail: String,
}

#[derive(Problem)]
pub(super) enum ApiError {
    #[problem(404, "no post {id}")]
    NoPost { id: u64 },
    #[problem(409, "taken", title = "Title taken", type = "https://example.org/taken", header("Retry-After" = "5"))]
    Taken,
    #[problem(422, "the post is not valid")]
    Invalid {
        #[problem(member)]
        errors: Vec<Mistake>,
    },
}

#[derive(Problem)]
enum WiderError {
    #[problem(transparent)]
    Api(ApiError),
    #[problem(403)]
    Forbidden,
}

/// Who asks.
pub(super) struct User;

#[derive(Problem)]
#[problem(401, "who are you?", header("WWW-Authenticate" = "Bearer"))]
pub(super) struct NoUser;

impl FromRequest for User {
    type Rejection = NoUser;

    async fn from_request(_: &mut RequestContext<'_>) -> Result<Self, NoUser> {
        Err(NoUser)
    }
}

/// The posts.
///
/// Oldest first, a page at a time.
#[get("/posts?{q}&{limit = 20}&{tag}&page-size={size}", tag = "posts", header("Cache-Control" = "no-store"))]
fn list(q: Option<&str>, limit: u32, tag: Vec<String>, size: u8) -> Json<Page<Post>> {
    let _ = (q, limit, tag, size);
    Json(Page { items: vec![], next: None })
}

/// A new post.
#[post("/posts", status = 201, location = |post| read(id = post.id), tag = "posts", timeout = "5 s")]
async fn create(_user: User, Json(new): Json<NewPost>) -> Result<Json<Post>, ApiError> {
    let _ = (new.title, new.state);
    Err(ApiError::Taken)
}

#[get("/posts/{id}", tag = "posts")]
fn read(id: u64) -> Result<Json<Post>, ApiError> {
    Err(ApiError::NoPost { id })
}

#[put("/posts/{number}")]
#[deprecated]
fn replace(number: u64, Json(_new): Json<NewPost>) -> Result<(), WiderError> {
    Err(if number == 0 {
        WiderError::Forbidden
    } else {
        WiderError::Api(ApiError::Invalid { errors: vec![] })
    })
}

#[delete("/posts/{id}")]
fn remove(id: u64) -> Option<()> {
    (id == 7).then_some(())
}

#[derive(Deserialize, JsonSchema)]
pub(super) struct Filter {
    /// The first letters.
    #[schemars(example = &"In")]
    pub(super) prefix: String,
    pub(super) depth: Option<u8>,
}

#[get("/search")]
fn search(Query(filter): Query<Filter>) -> (StatusCode, String) {
    (StatusCode::OK, format!("{} {:?}", filter.prefix, filter.depth))
}

#[post("/login")]
fn login(Form(_filter): Form<Filter>) -> Redirect {
    Redirect::to("/")
}

#[get("/users/{name}/files/{*path}")]
fn file(Path(_both): Path<(String, String)>) -> (AppendHeaders<[(&'static str, &'static str); 1]>, Vec<u8>) {
    (AppendHeaders([("x", "y")]), Vec::new())
}

#[route(QUERY, "/posts")]
fn query(text: String) -> Result<String, Problem> {
    Ok(text)
}

#[derive(Serialize)]
struct NoSchema;

#[get("/hidden", hidden)]
fn hidden() -> Json<NoSchema> {
    Json(NoSchema)
}

#[derive(Serialize, Deserialize, JsonSchema)]
pub(super) struct Counter {
    #[serde(default)]
    count: u32,
    state: Option<State>,
}

#[post("/echo")]
fn echo(counter: Json<Counter>) -> Json<Counter> {
    counter
}

#[get("/csv", content_type = "text/csv")]
fn csv() -> String {
    "a,b".to_owned()
}

struct Lines;

impl futures_core::Stream for Lines {
    type Item = Result<String, std::convert::Infallible>;

    fn poll_next(
        self: std::pin::Pin<&mut Self>,
        _: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<Self::Item>> {
        std::task::Poll::Ready(None)
    }
}

#[get("/stream", content_type = "application/x-ndjson")]
fn stream() -> Streamed<Lines> {
    Streamed(Lines)
}

#[post("/maybe")]
fn maybe(_counter: Option<Json<Counter>>) {}

#[post("/own")]
fn own(_counter: Result<Json<Counter>, JsonRejection>) {}

#[get("/named", operation_id = "getNamed")]
fn named(method: Method) -> String {
    method.to_string()
}

#[post("/photos")]
async fn upload(mut photos: Multipart) -> Result<(), MultipartRejection> {
    while photos.next_part().await?.is_some() {}
    Ok(())
}

struct Events;

impl futures_core::Stream for Events {
    type Item = Event;

    fn poll_next(
        self: std::pin::Pin<&mut Self>,
        _: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<Event>> {
        std::task::Poll::Ready(None)
    }
}

#[get("/events")]
fn events(_after: Option<LastEventId>) -> Sse<Events> {
    Sse::new(Events)
}

#[get("/lines")]
fn lines() -> JsonLines<Lines> {
    JsonLines(Lines)
}

mod other {
    use fingerpost::{Json, get, routes};
    use schemars::JsonSchema;
    use serde::Serialize;

    #[get("/")]
    fn list() -> impl fingerpost::Responder {
        "list"
    }

    /// Another type of the name.
    #[derive(Serialize, JsonSchema)]
    struct Post {
        subject: String,
    }

    #[get("/post")]
    fn post() -> Json<Post> {
        Json(Post { subject: String::new() })
    }

    routes! { pub(super) inner = [list, post] }
}

routes! {
    pub(super) table = [
        list, create, read, replace, remove, search, login, file, query, hidden, echo, csv, stream, maybe, upload, events, lines, own, named,
        "/other" => other::inner,
    ]
}
