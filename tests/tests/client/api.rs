//! Handlers whose arguments and answers are of all kinds.

use std::borrow::Cow;
use std::sync::Mutex;

use fingerpost::bytes::Bytes;
use fingerpost::client::ProblemOf;
use fingerpost::{
    App, Body, ClientAddr, Cookies, Created, Event, Extension, Form, Header, Html, Json, LastEventId, Method,
    NoContent, NoState, Problem, Query, Redirect, Sse, State, StatusCode, Stream, Streamed, delete, get,
    headers, post, put, routes,
};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Post {
    pub(crate) id: u64,
    pub(crate) title: String,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct NewPost {
    pub(crate) title: String,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Filter {
    pub(crate) tag: Vec<String>,
    pub(crate) page: Option<u32>,
}

#[derive(Debug, Problem)]
pub(crate) enum ApiError {
    #[problem(404, "no post {id}")]
    NoPost { id: u64 },
    #[problem(409, "`{title}` is taken", title = "Title taken", type = "https://example.org/taken")]
    Taken {
        title: String,
        #[problem(member)]
        by: u64,
        #[problem(member = "since_when")]
        since: Option<String>,
    },
    #[problem(429, "too fast", header("Retry-After" = "{0}"))]
    TooFast(u32),
    #[problem(500)]
    Disk(#[from] std::io::Error),
    #[problem(transparent)]
    Blocked(Blocked),
}

#[derive(Debug, Problem)]
#[problem(451, "a court says so", title = "Blocked")]
pub(crate) struct Blocked;

pub(crate) type ApiProblem = ProblemOf<ApiError>;
pub(crate) type BlockedProblem = ProblemOf<Blocked>;

#[get("/posts/{id}")]
pub(crate) fn read(id: u64) -> Result<Json<Post>, ApiError> {
    let taken = |since| ApiError::Taken { title: "Intro".to_owned(), by: 7, since };
    match id {
        0 => Err(ApiError::NoPost { id }),
        1 => Err(taken(None)),
        2 => Err(taken(Some("yesterday".to_owned()))),
        3 => Err(ApiError::TooFast(30)),
        4 => Err(std::io::Error::other("the disk is full").into()),
        5 => Err(ApiError::Blocked(Blocked)),
        _ => Ok(Json(Post { id, title: format!("post {id}") })),
    }
}

#[post("/posts", status = 201, location = |post| read(id = post.id))]
pub(crate) async fn create(Json(new): Json<NewPost>, titles: &Titles) -> Json<Post> {
    let mut titles = titles.0.lock().unwrap();
    titles.push(new.title.clone());
    Json(Post { id: 10 + titles.len() as u64, title: new.title })
}

#[get("/maybe/{id}")]
pub(crate) fn maybe(id: u64) -> Option<Json<Post>> {
    (id > 5).then(|| Json(Post { id, title: "found".to_owned() }))
}

#[get("/search/{kind}/{*path}?{q}&{limit = 10}&{after}&page-size={size}&{tag}")]
pub(crate) fn search(
    tag: Vec<String>,
    kind: &str,
    q: Cow<'_, str>,
    path: String,
    limit: u8,
    after: Option<u64>,
    size: Option<&str>,
) -> String {
    format!("{kind} {path} {q} {limit} {after:?} {size:?} {tag:?}")
}

#[get("/filtered")]
pub(crate) fn filtered(Query(filter): Query<Filter>) -> Json<Filter> {
    Json(filter)
}

#[post("/form")]
pub(crate) fn form(Form(filter): Form<Filter>) -> Json<Filter> {
    Json(filter)
}

#[put("/text")]
pub(crate) fn text(text: String) -> Html<String> {
    Html(format!("<p>{text}"))
}

#[put("/bytes")]
pub(crate) fn bytes(bytes: Bytes) -> Vec<u8> {
    bytes.iter().rev().copied().collect()
}

#[put("/body")]
pub(crate) fn body(body: Body) -> Body {
    body
}

#[get("/credentials")]
pub(crate) fn credentials(
    Header(authorization): Header<headers::Authorization<headers::authorization::Bearer>>,
    cookies: Cookies,
    seen: Option<LastEventId>,
) -> String {
    let cookies: Vec<_> = cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
    format!("{} {cookies:?} {:?}", authorization.token(), seen.map(|seen| seen.0))
}

#[get("/known")]
pub(crate) fn known(
    method: Method,
    address: Option<ClientAddr>,
    _titles: State<&'static str>,
    extension: Option<Extension<u8>>,
) -> String {
    format!("{method} {} {}", address.is_some(), extension.is_some())
}

#[delete("/posts/{id}")]
pub(crate) fn remove(id: u64) -> Result<(), ApiError> {
    if id == 0 { Err(ApiError::NoPost { id }) } else { Ok(()) }
}

#[delete("/nothing")]
pub(crate) fn nothing() -> NoContent {
    NoContent
}

#[post("/made")]
pub(crate) fn made() -> Created<Json<u8>> {
    Created::at("/somewhere", Json(7))
}

#[get("/elsewhere")]
pub(crate) fn elsewhere() -> Redirect {
    Redirect::to("/there")
}

#[get("/status/{code}")]
pub(crate) fn status(code: u16) -> StatusCode {
    StatusCode::from_u16(code).unwrap_or_default()
}

#[get("/any/{status}")]
pub(crate) fn any(status: u16) -> Result<String, Problem> {
    Err(Problem::new(status).with("reason", "why not"))
}

#[get("/parts")]
pub(crate) fn parts() -> (StatusCode, [(&'static str, &'static str); 1], Json<u8>) {
    (StatusCode::ACCEPTED, [("x-pages", "3")], Json(1))
}

#[get("/csv", content_type = "text/csv")]
pub(crate) fn csv() -> Vec<u8> {
    b"a,b".to_vec()
}

#[get("/typed", content_type = "application/vnd.post")]
pub(crate) fn typed() -> Json<u8> {
    Json(3)
}

#[get("/events")]
pub(crate) fn events(seen: Option<LastEventId>) -> Sse<impl Stream<Item = Event>> {
    let first: u32 = seen.and_then(|seen| seen.parse().ok()).unwrap_or(0);
    let events = (first + 1..=3).map(|at| Event::data(format!("tick\n{at}")).id(at).event("tick"));
    Sse::new(futures_util::stream::iter(events))
}

#[get("/streamed")]
pub(crate) fn streamed() -> Streamed<impl Stream<Item = &'static str>> {
    Streamed(futures_util::stream::iter(["a", "b", "c"]))
}

#[get("/")]
pub(crate) fn home() -> &'static str {
    "home"
}

#[get("/waits")]
pub(crate) async fn waits() -> &'static str {
    tokio::time::sleep(std::time::Duration::from_secs(60)).await;
    "late"
}

#[get("/long/{bytes}")]
pub(crate) fn long(bytes: usize) -> String {
    "x".repeat(bytes)
}

#[get("/method")]
#[deprecated(note = "ask for `known`")]
pub(crate) fn old() -> &'static str {
    "old"
}

routes! {
    pub(crate) table = [
        read, create, maybe, search, filtered, form, text, bytes, body, credentials, known, remove, nothing, made,
        elsewhere, status, any, parts, csv, typed, events, streamed, home, waits, long, old,
    ]
}

#[derive(Default)]
pub(crate) struct Titles(Mutex<Vec<String>>);

routes! { pub(crate) mounted = ["/api" => table] }

pub(crate) fn app() -> App<mounted, States> {
    App::new(mounted).state(Titles::default()).state("state")
}

type States = (&'static str, (Titles, NoState));
