//! What a client gives for an argument has the argument's type, so that it need not be written out; errors of all kinds.
#![deny(warnings)]
#![allow(clippy::default_trait_access, clippy::useless_vec, reason = "what infers is what this is about")]

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};

use fingerpost::client::{Answer, Client, FormData, FormPart, ProblemOf};
use fingerpost::{
    ApiKey, ApiKeyPlace, Basic, Bearer, Body, ETag, Facts, IfMatch, Json, JsonLines, Multipart, Negotiated, PreconditionFailed,
    Preconditions, Problem, Query, Responder, SecurityScheme, Stream, bytes::Bytes, get, post, put,
};
use serde::{Deserialize, Serialize};

#[derive(Default, Serialize, Deserialize)]
struct Title(String);

impl From<&str> for Title {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

#[derive(Default, Serialize, Deserialize)]
struct Filter {
    page: Option<u8>,
}

struct Key;

impl ApiKeyPlace for Key {
    const SCHEME: SecurityScheme = SecurityScheme::header("x-key");
}

#[derive(Debug)]
struct Code(u32);

impl std::str::FromStr for Code {
    type Err = std::num::ParseIntError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.parse().map(Self)
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[put("/a/{id}/{code}?{limit = 10}&{codes}")]
fn all(
    id: u64,
    code: Code,
    limit: u8,
    codes: Vec<u32>,
    Json(title): Json<Title>,
    Query(filter): Query<Filter>,
    tags: IfMatch,
) -> String {
    format!("{id} {code} {limit} {codes:?} {} {:?} {tags:?}", title.0, filter.page)
}

#[post("/b")]
fn list(Json(numbers): Json<Vec<u8>>, seen: Preconditions, token: Option<Bearer>) -> Json<usize> {
    drop((seen, token));
    Json(numbers.len())
}

#[post("/c")]
fn text(login: Basic, key: ApiKey<Key>, text: String) -> Bytes {
    drop((login, key));
    text.into()
}

#[post("/d")]
async fn form(form: Multipart) -> Body {
    drop(form);
    Body::empty()
}

/// A problem of whatever kind, as it came.
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
#[problem(418, "{0:?}", title = "Teapot")]
struct Detailed<T: fmt::Debug>(T);

#[derive(Problem)]
#[problem(410, title = "Gone")]
struct Gone;

/// A response of its own, which is no problem.
struct Busy<T>(T);

impl<T> Responder for Busy<T> {
    const FACTS: Facts = Facts::new().own_status(503);

    fn respond(self, response: &mut fingerpost::Response) {
        *response.status_mut() = fingerpost::StatusCode::SERVICE_UNAVAILABLE;
    }
}

type Short<T> = Result<T, Wrapped<Gone, u8>>;
type Failure = Wrapped<Problem, String>;

#[get("/e")]
fn typed() -> Short<Json<u8>> {
    Err(Wrapped::Of(Gone))
}

#[get("/f")]
fn aliased() -> Result<Json<u8>, Failure> {
    Err(Wrapped::Taken { by: "me".to_owned() })
}

#[get("/g")]
fn boxed() -> Result<Box<Json<u8>>, Box<Wrapped<Gone, u8>>> {
    Err(Box::new(Wrapped::Of(Gone)))
}

#[get("/h")]
fn detailed(key: &Title) -> Option<Result<Json<u8>, Detailed<u8>>> {
    Some(Err(Detailed(key.0.as_bytes()[0])))
}

#[get("/i")]
fn busy() -> Result<Json<u8>, Busy<u8>> {
    Err(Busy(1))
}

#[get("/j")]
fn changed() -> Result<Json<u8>, PreconditionFailed> {
    Ok(Json(1))
}

struct NoTitles;

impl Stream for NoTitles {
    type Item = Result<Title, std::io::Error>;

    fn poll_next(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(None)
    }
}

#[get("/k")]
fn lines() -> Result<JsonLines<impl Stream<Item = Result<Title, std::io::Error>>>, Problem> {
    Ok(JsonLines(NoTitles))
}

/// What a client cannot read is an error where it is called, and nowhere else.
#[get("/borrowed")]
fn borrowed() -> Result<Json<Vec<&'static str>>, Problem> {
    Ok(Json(vec!["a"]))
}

#[get("/l")]
fn either() -> Negotiated<Title, (Json<Title>, String)> {
    Negotiated::new(Title::default())
}

impl From<Title> for String {
    fn from(title: Title) -> Self {
        title.0
    }
}

async fn give(client: &Client) -> Result<(), fingerpost::BoxError> {
    let tag = ETag::from(7);
    client.call(all::request(7, &"8".parse()?, None, &[], "Intro".into(), Default::default(), tag.into())).await?;
    client.call(all::request("7".parse()?, &Code(8), Some(9), &vec![], Title::default(), Filter { page: None }, IfMatch::any())).await?;
    client.call(list::request(vec![], None, None)).await?;
    client.call(list::request(vec![1, 2], Some(ETag::from(7).into()), Some(Bearer("t".into())))).await?;
    client.call(text::request(("Ada".into(), "secret".into()), "key".into(), "text".into())).await?;
    client.call(form::request(Default::default())).await?;
    client.call(form::request(FormData::new().text("a", "b").part("c", FormPart::bytes("d").file_name("e")))).await?;
    Ok(())
}

async fn get(client: &Client) -> Result<(), fingerpost::BoxError> {
    match client.call(typed::request()).await? {
        Answer::Success(number) => assert!(*number < 9),
        Answer::Failure(ProblemOf::<Wrapped<Gone, u8>>::Taken { by }, _) => assert_eq!(by, 7_u8),
        Answer::Failure(ProblemOf::<Wrapped<Gone, u8>>::Of(ProblemOf::<Gone>::Gone), _) => {}
        Answer::Other(reply) => drop(reply.text()),
    }
    match client.call(aliased::request()).await? {
        Answer::Success(number) => assert!(*number < 9),
        Answer::Failure(ProblemOf::<Failure>::Taken { by }, _) => assert_eq!(by, "me"),
        Answer::Failure(ProblemOf::<Failure>::Of(()), problem) => drop(problem.into_inner()),
        Answer::Other(reply) => drop(reply.text()),
    }
    match client.call(boxed::request()).await? {
        Answer::Success(number) => assert!(*number < 9_u8),
        Answer::Failure(ProblemOf::<Wrapped<Gone, u8>>::Taken { by }, _) => assert_eq!(by, 7_u8),
        Answer::Failure(ProblemOf::<Wrapped<Gone, u8>>::Of(_), _) => {}
        Answer::Other(reply) => drop(reply.text()),
    }
    match client.call(detailed::request()).await? {
        Answer::Success(number) => assert!(number.is_none_or(|number| number < 9)),
        Answer::Failure(ProblemOf::<Detailed<u8>>::Detailed, problem) => drop(problem.into_inner()),
        Answer::Other(reply) => drop(reply.text()),
    }
    if let Answer::Failure((), problem) = client.call(busy::request()).await? {
        drop(problem.into_inner());
    }
    if let Answer::Failure((), problem) = client.call(changed::request()).await? {
        drop(problem.into_inner());
    }
    let mut titles = client.call(lines::request()).await?.success()?.into_inner();
    while let Some(title) = titles.next().await {
        drop(title?.0);
    }
    drop(client.call(either::request()).await?.success()?.into_inner().0);
    Ok(())
}

fn main() {
    let table = fingerpost::routes![
        all, list, text, form, typed, aliased, boxed, detailed, busy, changed, lines, either,
        borrowed
    ];
    let _ = fingerpost::App::new(table);
    let client = Client::new("http://127.0.0.1:8080");
    drop((give(&client), get(&client)));
}
