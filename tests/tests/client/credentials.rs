//! Credentials, tags and one of two bodies are sent as their extractors read them.

use fingerpost::client::{Client, Draft, SendArgument};
use fingerpost::{
    ApiKey, ApiKeyPlace, App, Basic, Bearer, ETag, Either, Form, FromRequest, IfMatch, Json, Preconditions,
    RequestContext, Security, SecurityScheme, Unauthorized, get, put, routes,
};
use serde::{Deserialize, Serialize};

use crate::support::{Server, serve};

struct InHeader;
struct InQuery;
struct InCookie;

impl ApiKeyPlace for InHeader {
    const SCHEME: SecurityScheme = SecurityScheme::header("X-API-Key");
}

impl ApiKeyPlace for InQuery {
    const SCHEME: SecurityScheme = SecurityScheme::query("key");
}

impl ApiKeyPlace for InCookie {
    const SCHEME: SecurityScheme = SecurityScheme::cookie("session");
}

/// Who asks, by a token.
struct User(String);

impl FromRequest for User {
    type Rejection = Unauthorized;
    const SECURITY: Security = Security::any_of(&[SecurityScheme::bearer()]);

    async fn from_request(request: &mut RequestContext<'_>) -> Result<Self, Unauthorized> {
        Bearer::from_request(request).await.map(|token| Self(format!("user of {}", token.0)))
    }
}

impl SendArgument for User {
    type Value = Bearer;

    fn send(token: Bearer, request: &mut Draft) {
        Bearer::send(token, request);
    }
}

#[derive(Serialize, Deserialize)]
struct Name {
    name: String,
}

#[get("/bearer")]
fn bearer(token: Bearer) -> String {
    token.0
}

#[get("/user")]
fn user(user: User) -> String {
    user.0
}

#[get("/maybe", public)]
fn maybe(token: Option<Bearer>) -> String {
    token.map_or_else(|| "nobody".to_owned(), |token| token.0)
}

#[get("/basic")]
fn basic(login: Basic) -> String {
    format!("{} {}", login.username, login.password)
}

#[get("/keys")]
fn keys(header: ApiKey<InHeader>, query: ApiKey<InQuery>, cookie: ApiKey<InCookie>) -> String {
    format!("{} {} {}", header.key(), query.key(), cookie.key())
}

#[put("/seven")]
fn change_seven(if_match: IfMatch) -> Result<String, fingerpost::PreconditionFailed> {
    if_match.check(ETag::from(7))?;
    Ok("changed".to_owned())
}

#[put("/perhaps")]
fn perhaps(preconditions: Preconditions) -> Result<String, fingerpost::PreconditionFailed> {
    preconditions.check(ETag::from(7))?;
    Ok(format!("{}", preconditions.is_empty()))
}

#[put("/name")]
fn name(body: Either<Json<Name>, Form<Name>>) -> String {
    match body {
        Either::Left(Json(Name { name })) => format!("json {name}"),
        Either::Right(Form(Name { name })) => format!("form {name}"),
    }
}

async fn served() -> (Server, Client) {
    let table = routes![bearer, user, maybe, basic, keys, change_seven, perhaps, name];
    let server = serve(App::new(table)).await;
    let client = Client::new(&format!("http://{}", server.address));
    (server, client)
}

#[tokio::test]
async fn credentials_are_sent_as_they_are_read() {
    let (_server, client) = served().await;
    let token = || Bearer("t7".to_owned());
    assert_eq!(*client.call(bearer::request(token())).await.unwrap().success().unwrap(), "t7");
    assert_eq!(*client.call(user::request(token())).await.unwrap().success().unwrap(), "user of t7");
    assert_eq!(*client.call(maybe::request(None)).await.unwrap().success().unwrap(), "nobody");
    assert_eq!(*client.call(maybe::request(Some(token()))).await.unwrap().success().unwrap(), "t7");
    let login = |name: &str| basic::request((name.to_owned(), "päss:word".to_owned()));
    assert_eq!(*client.call(login("Ada")).await.unwrap().success().unwrap(), "Ada päss:word");
    client.call(login("A:da")).await.unwrap_err();
    let keys = keys::request("h-1".to_owned(), "a&b=c ü".to_owned(), "x; y".to_owned());
    assert_eq!(*client.call(keys).await.unwrap().success().unwrap(), "h-1 a&b=c ü x; y");
}

#[tokio::test]
async fn a_token_that_is_no_header_is_not_sent() {
    let (_server, client) = served().await;
    client.call(bearer::request(Bearer("a\r\nx: y".to_owned()))).await.unwrap_err();
}

#[tokio::test]
async fn tags_are_sent_as_they_are_checked() {
    let (_server, client) = served().await;
    let change = async |tags: IfMatch| client.call(change_seven::request(tags)).await.unwrap().status();
    assert_eq!(change(ETag::from(7).into()).await, 200);
    assert_eq!(change(IfMatch::any()).await, 200);
    assert_eq!(change(ETag::from(8).into()).await, 412);
    let perhaps = async |tags| client.call(perhaps::request(tags)).await.unwrap().status();
    assert_eq!(perhaps(None).await, 200);
    assert_eq!(perhaps(Some(ETag::from(8).into())).await, 412);
}

#[tokio::test]
async fn either_body_is_sent_as_what_it_is() {
    let (_server, client) = served().await;
    let name = |name: &str| Name { name: name.to_owned() };
    let json = client.call(name::request(Either::Left(name("Ada")))).await.unwrap().success().unwrap();
    assert_eq!(*json, "json Ada");
    let form = client.call(name::request(Either::Right(name("Bob")))).await.unwrap().success().unwrap();
    assert_eq!(*form, "form Bob");
}
