//! Answers that come as they are made, in several representations, without a body; errors that depend on another type.

use fingerpost::client::{Answer, Client, ProblemOf};
use fingerpost::http::header::{ACCEPT, RANGE};
use fingerpost::{
    App, BoxError, Facts, FileRequest, Json, JsonLines, NamedFile, Negotiated, PreconditionFailed, Problem,
    Representation, Responder, Response, StatusCode, Stream, get, head, routes,
};
use futures_util::stream;
use http_body_util::BodyExt;
use serde::{Deserialize, Serialize};

use crate::support::serve;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Post {
    id: u64,
}

#[get("/lines/{until}")]
fn lines(until: u64) -> Result<JsonLines<impl Stream<Item = Result<Post, BoxError>>>, Problem> {
    if until == 0 {
        return Err(Problem::new(404));
    }
    let posts = (1..=3).map(move |id| if id <= until { Ok(Post { id }) } else { Err("no more".into()) });
    Ok(JsonLines(stream::iter(posts)))
}

type Unknown = stream::Iter<std::vec::IntoIter<Result<Post, BoxError>>>;

#[get("/named-lines")]
fn named_lines() -> JsonLines<Unknown> {
    JsonLines(stream::iter(vec![Ok(Post { id: 7 })]))
}

struct Csv(String);

impl From<Post> for Csv {
    fn from(post: Post) -> Self {
        Self(post.id.to_string())
    }
}

impl Responder for Csv {
    fn respond(self, response: &mut Response) {
        *response.body_mut() = self.0.into();
    }
}

impl Representation for Csv {
    const MEDIA_TYPE: &'static str = "text/csv; charset=utf-8";
}

#[get("/negotiated")]
fn negotiated() -> Negotiated<Post, (Json<Post>, Csv)> {
    Negotiated::new(Post { id: 4 })
}

#[get("/file")]
async fn file(request: FileRequest) -> Result<NamedFile, Problem> {
    NamedFile::open(concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml"), request).await
}

#[head("/head/{id}")]
fn head_only(id: u64) -> Option<Json<Post>> {
    (id > 5).then_some(Json(Post { id }))
}

/// What went wrong, or what went wrong elsewhere.
#[derive(Problem)]
enum Wrapped<E, N> {
    #[problem(409, title = "Taken")]
    Taken {
        #[problem(member)]
        by: N,
    },
    #[problem(transparent)]
    Of(E),
}

#[derive(Problem)]
#[problem(410, title = "Gone")]
struct Gone;

/// No problem, and nothing is known of it.
struct Busy<T>(T);

impl<T: ToString> Responder for Busy<T> {
    const FACTS: Facts = Facts::new().own_status(503);

    fn respond(self, response: &mut Response) {
        *response.status_mut() = StatusCode::SERVICE_UNAVAILABLE;
        *response.body_mut() = self.0.to_string().into();
    }
}

type Outcome<T> = Result<Json<T>, Wrapped<Gone, u8>>;
type Failure = Wrapped<Problem, String>;

fn fail<E, N>(kind: u8, by: N, other: E) -> Wrapped<E, N> {
    if kind == 0 { Wrapped::Taken { by } } else { Wrapped::Of(other) }
}

#[get("/typed/{kind}")]
fn typed(kind: u8) -> Outcome<u8> {
    if kind == 2 { Ok(Json(kind)) } else { Err(fail(kind, 7, Gone)) }
}

#[get("/aliased/{kind}")]
fn aliased(kind: u8) -> Result<Json<u8>, Failure> {
    Err(fail(kind, "me".to_owned(), Problem::new(418)))
}

#[get("/boxed/{kind}")]
fn boxed(kind: u8) -> Result<Box<Json<u8>>, Box<Wrapped<Gone, u8>>> {
    if kind == 2 { Ok(Box::new(Json(kind))) } else { Err(Box::new(fail(kind, 7, Gone))) }
}

#[get("/busy")]
fn busy() -> Result<Json<u8>, Busy<u8>> {
    Err(Busy(30))
}

#[get("/changed")]
fn changed() -> Result<Json<u8>, PreconditionFailed> {
    Ok(Json(1))
}

routes! {
    table = [
        lines, named_lines, negotiated, file, head_only, typed, aliased, boxed, busy, changed,
    ]
}

#[tokio::test]
async fn lines_are_values_and_the_last_says_whether_there_should_be_more() {
    let server = serve(App::new(table)).await;
    let client = Client::new(&format!("http://{}", server.address));
    let mut all = client.call(lines::request(3)).await.unwrap().success().unwrap();
    for id in 1..=3 {
        assert_eq!(all.next().await.unwrap().unwrap(), Post { id });
    }
    assert!(all.next().await.is_none());
    let mut broken = client.call(lines::request(2)).await.unwrap().success().unwrap().into_inner();
    assert_eq!(broken.next().await.unwrap().unwrap(), Post { id: 1 });
    assert_eq!(broken.next().await.unwrap().unwrap(), Post { id: 2 });
    broken.next().await.unwrap().unwrap_err();
    assert!(broken.next().await.is_none());
    let none = client.call(lines::request(0)).await.unwrap();
    assert!(matches!(&none, Answer::Failure((), problem) if problem.status() == 404), "{none:?}");
    let mut named = client.call(named_lines::request()).await.unwrap().success().unwrap().into_inner();
    assert_eq!(named.next().await.unwrap().unwrap(), Post { id: 7 });
}

#[tokio::test]
async fn lines_however_they_are_cut() {
    let text = "{\"id\":1}\r\n\n  \n{\"id\":\"two\"}\n{\"id\":3}";
    for size in [1, 2, 7, 100] {
        let service = tower::service_fn(move |_: fingerpost::http::Request<fingerpost::Body>| async move {
            let pieces: Vec<&'static [u8]> = text.as_bytes().chunks(size).collect();
            let body = fingerpost::Body::from_stream(stream::iter(pieces));
            let response = Response::builder().header("content-type", "application/x-ndjson");
            Ok::<_, std::convert::Infallible>(response.body(body).unwrap())
        });
        let call = Client::over(service, "").call(lines::request(3)).await;
        let mut lines = call.unwrap().success().unwrap().into_inner();
        assert_eq!(lines.next().await.unwrap().unwrap(), Post { id: 1 }, "in pieces of {size}");
        lines.next().await.unwrap().unwrap_err();
        assert_eq!(lines.next().await.unwrap().unwrap(), Post { id: 3 }, "in pieces of {size}");
        assert!(lines.next().await.is_none());
    }
}

#[tokio::test]
async fn the_first_representation_is_asked_for_and_another_is_kept_as_it_comes() {
    let client = App::new(table).test();
    let post = client.call(negotiated::request()).await.unwrap().success().unwrap();
    assert_eq!((post.header("content-type"), post.id), (Some("application/json"), 4));
    let csv = client.call(negotiated::request().header(ACCEPT, "text/csv")).await.unwrap();
    let Answer::Other(csv) = csv else { panic!("{csv:?}") };
    assert_eq!((csv.header("content-type"), &*csv.text()), (Some("text/csv; charset=utf-8"), "4"));
}

#[tokio::test]
async fn a_file_comes_whole_or_in_the_range_that_was_asked_for() {
    let client = App::new(table).test();
    let whole = client.call(file::request()).await.unwrap().success().unwrap();
    assert_eq!(whole.status(), 200);
    let whole = whole.into_inner().collect().await.unwrap().to_bytes();
    assert!(whole.starts_with(b"[package]"));
    let part = client.call(file::request().header(RANGE, "bytes=1-7")).await.unwrap().success().unwrap();
    assert_eq!(part.status(), 206);
    assert_eq!(part.into_inner().collect().await.unwrap().to_bytes(), "package");
}

#[tokio::test]
async fn the_answer_to_a_head_is_its_head() {
    let server = serve(App::new(table)).await;
    let client = Client::new(&format!("http://{}", server.address));
    let there = client.call(head_only::request(7)).await.unwrap().success().unwrap();
    assert_eq!(
        (there.header("content-type"), there.header("content-length")),
        (Some("application/json"), Some("8"))
    );
    assert_eq!(there.into_inner(), Some(()));
    let missing = client.call(head_only::request(1)).await.unwrap().success().unwrap();
    assert_eq!((missing.status().as_u16(), missing.into_inner()), (404, None));
}

#[tokio::test]
async fn a_generic_error_is_told_by_what_it_is_of() {
    let client = App::new(table).test();
    let told = async |kind| match client.call(typed::request(kind)).await.unwrap() {
        Answer::Success(number) => format!("success {}", *number),
        Answer::Failure(ProblemOf::<Wrapped<Gone, u8>>::Taken { by }, _) => format!("by {by}"),
        Answer::Failure(ProblemOf::<Wrapped<Gone, u8>>::Of(ProblemOf::<Gone>::Gone), _) => "gone".to_owned(),
        Answer::Other(reply) => panic!("{reply:?}"),
    };
    assert_eq!(told(0).await, "by 7");
    assert_eq!(told(1).await, "gone");
    assert_eq!(told(2).await, "success 2");
    let told = async |kind| match client.call(aliased::request(kind)).await.unwrap() {
        Answer::Failure(ProblemOf::<Failure>::Taken { by }, _) => format!("by {by}"),
        Answer::Failure(ProblemOf::<Failure>::Of(()), problem) => problem.to_string(),
        other => panic!("{other:?}"),
    };
    assert_eq!(told(0).await, "by me");
    assert!(told(1).await.starts_with("418"), "{}", told(1).await);
    let told = async |kind| match client.call(boxed::request(kind)).await.unwrap() {
        Answer::Success(number) => format!("success {}", *number),
        Answer::Failure(kind, problem) => format!("{kind:?} {}", problem.status()),
        Answer::Other(reply) => panic!("{reply:?}"),
    };
    assert_eq!(told(0).await, "Taken 409 Conflict");
    assert_eq!(told(1).await, "Of 410 Gone");
    assert_eq!(told(2).await, "success 2");
}

#[tokio::test]
async fn an_error_that_says_nothing_of_itself_is_kept_as_it_came() {
    let client = App::new(table).test();
    let Answer::Other(reply) = client.call(busy::request()).await.unwrap() else { panic!() };
    assert_eq!((reply.status().as_u16(), &*reply.text()), (503, "30"));
    assert_eq!(*client.call(changed::request()).await.unwrap().success().unwrap(), 1);
}
