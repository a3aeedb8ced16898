//! Credentials: what a client is answered that sends none, wrong ones, or good ones.

mod support;

use fingerpost::{
    ApiKey, ApiKeyPlace, App, Basic, Bearer, FromState, Problem, RequestContext, Security, SecurityScheme,
    StatusCode, Unauthorized, get, problem, routes,
};
use support::{Response, Server, serve};

#[get("/bearer")]
fn bearer(Bearer(token): Bearer) -> String {
    token
}

#[get("/bearer/maybe", public)]
fn maybe_bearer(token: Option<Bearer>) -> String {
    token.map_or("nobody".to_owned(), |Bearer(token)| token)
}

#[get("/bearer/looked-at", public)]
fn looked_at(token: Result<Bearer, Unauthorized>) -> String {
    match token {
        Ok(token) => format!("{token:?}"),
        Err(refused) => format!("{} {}", refused.is_missing(), refused.challenge()),
    }
}

#[get("/basic")]
fn basic(caller: Basic) -> String {
    format!("{caller:?} {}", caller.password)
}

struct InHeader;

impl ApiKeyPlace for InHeader {
    const SCHEME: SecurityScheme = SecurityScheme::header("X-API-Key");
}

struct InQuery;

impl ApiKeyPlace for InQuery {
    const SCHEME: SecurityScheme = SecurityScheme::query("key");
}

struct InCookie;

impl ApiKeyPlace for InCookie {
    const SCHEME: SecurityScheme = SecurityScheme::cookie("session");
}

#[get("/header")]
fn in_header(key: ApiKey<InHeader>) -> String {
    key.key().to_owned()
}

#[get("/query")]
fn in_query(key: ApiKey<InQuery>) -> String {
    key.key().to_owned()
}

#[get("/cookie")]
fn in_cookie(key: ApiKey<InCookie>) -> String {
    format!("{key:?} {}", key.key())
}

struct Sessions;

struct CurrentUser(&'static str);

impl FromState for CurrentUser {
    type State = Sessions;
    type Rejection = Problem;
    const SECURITY: Security =
        Security::any_of(&[SecurityScheme::bearer().realm("no\"tes"), SecurityScheme::cookie("session")]);

    async fn from_state(request: &mut RequestContext<'_>, _: &Sessions) -> Result<Self, Problem> {
        match Option::<Bearer>::from_state(request, &()).await? {
            Some(Bearer(token)) if token == "ada" => Ok(Self("ada")),
            Some(Bearer(token)) if token == "banned" => Err(problem!(403, "ada only")),
            Some(_) => Err(Bearer::invalid_token("not known").into()),
            None => Err(problem!(401, "who are you?")),
        }
    }
}

#[get("/me")]
async fn me(CurrentUser(name): CurrentUser) -> &'static str {
    name
}

#[get("/maybe-me", public)]
fn maybe_me(user: Option<CurrentUser>) -> &'static str {
    user.map_or("nobody", |CurrentUser(name)| name)
}

/// What a handler itself answers is its own.
#[get("/own")]
fn own(CurrentUser(_): CurrentUser) -> Result<(), StatusCode> {
    Err(StatusCode::UNAUTHORIZED)
}

async fn server() -> Server {
    let table =
        routes![bearer, maybe_bearer, looked_at, basic, in_header, in_query, in_cookie, me, maybe_me, own];
    serve(App::new(table).state(Sessions)).await
}

fn assert_refused(response: &Response, challenges: &[&str], detail: &str) {
    assert_eq!(response.status, 401, "{}", response.text());
    assert_eq!(response.headers("www-authenticate"), challenges);
    let problem = response.problem();
    assert_eq!((&*problem.title, problem.detail.as_deref()), ("Unauthorized", Some(detail)));
}

const MALFORMED: &str = r#"Bearer error="invalid_token""#;

#[tokio::test]
async fn a_bearer_token_is_taken_from_its_header() {
    let server = server().await;
    for line in ["authorization: Bearer abc.DEF-1_2~+/==", "authorization: bearer  abc.DEF-1_2~+/=="] {
        let response = server.send("GET", "/bearer", &[line], b"").await;
        assert_eq!((response.status, &*response.text()), (200, "abc.DEF-1_2~+/=="), "{line}");
    }
}

#[tokio::test]
async fn a_bearer_token_that_is_missing_is_asked_for() {
    let server = server().await;
    for head in [&[][..], &["authorization: Basic YTpi"], &["authorization: Bearertoken"]] {
        let response = server.send("GET", "/bearer", head, b"").await;
        assert_refused(&response, &["Bearer"], "a bearer token is required");
    }
    let maybe = server.send("GET", "/bearer/maybe", &["authorization: Basic YTpi"], b"").await;
    assert_eq!((maybe.status, &*maybe.text()), (200, "nobody"));
}

#[tokio::test]
async fn a_bearer_token_that_is_malformed_is_refused_and_not_repeated() {
    let server = server().await;
    let heads: [&[&str]; 5] = [
        &["authorization: Bearer"],
        &["authorization: Bearer s3cret s3cret"],
        &["authorization: Bearer s3cret\u{e9}"],
        &["authorization: Bearer =="],
        &["authorization: Bearer s3cret", "authorization: Bearer s3cret"],
    ];
    for head in heads {
        for target in ["/bearer", "/bearer/maybe"] {
            let response = server.send("GET", target, head, b"").await;
            assert_refused(&response, &[MALFORMED], "the bearer token is malformed");
            assert!(!response.text().contains("s3cret"), "{}", response.text());
        }
        let looked_at = server.send("GET", "/bearer/looked-at", head, b"").await;
        assert_eq!((looked_at.status, looked_at.text()), (200, format!("false {MALFORMED}")));
    }
    let missing = server.get("/bearer/looked-at").await;
    assert_eq!(missing.text(), "true Bearer");
    let good = server.send("GET", "/bearer/looked-at", &["authorization: Bearer s3cret"], b"").await;
    assert_eq!(good.text(), "Bearer(..)");
}

#[tokio::test]
async fn a_name_and_a_password_are_decoded() {
    let server = server().await;
    let challenge = r#"Basic realm="restricted", charset="UTF-8""#;
    // The examples of RFC 7617: §2, and §2.1 with `test:123£`.
    for (credentials, shown) in [
        ("QWxhZGRpbjpvcGVuIHNlc2FtZQ==", "Basic { username: \"Aladdin\", .. } open sesame"),
        ("dGVzdDoxMjPCow==", "Basic { username: \"test\", .. } 123£"),
        ("Og==", "Basic { username: \"\", .. } "),
        ("YTpiOmM=", "Basic { username: \"a\", .. } b:c"),
    ] {
        let line = format!("authorization: Basic {credentials}");
        let response = server.send("GET", "/basic", &[&line], b"").await;
        assert_eq!((response.status, &*response.text()), (200, shown), "{credentials}");
    }
    for credentials in ["", "!", "YQ==", "YTpi=", "Ojpa\u{e9}", "/zo=", "YToBYg=="] {
        let line = format!("authorization: Basic {credentials}");
        let response = server.send("GET", "/basic", &[&line], b"").await;
        assert_refused(&response, &[challenge], "the name and the password are malformed");
    }
    let missing = server.get("/basic").await;
    assert_refused(&missing, &[challenge], "a name and a password are required");
}

#[tokio::test]
async fn a_key_is_taken_from_where_it_stands() {
    let server = server().await;
    let header = server.send("GET", "/header", &["x-api-key: a b"], b"").await;
    assert_eq!(header.text(), "a b");
    assert_eq!(server.get("/query?x=1&key=a%20b").await.text(), "a b");
    let cookie = server.send("GET", "/cookie", &["cookie: theme=dark; session=a%20b"], b"").await;
    assert_eq!(cookie.text(), "ApiKey(..) a b");
    for (target, head, place, detail) in [
        ("/header", &[][..], r#"in="header", name="X-API-Key""#, "an API key is required"),
        ("/header", &["x-api-key:"], r#"in="header", name="X-API-Key""#, "an API key is required"),
        (
            "/header",
            &["x-api-key: s3", "x-api-key: s3"],
            r#"in="header", name="X-API-Key""#,
            "one API key is required, and there are several",
        ),
        ("/header", &["x-api-key: s3\u{e9}"], r#"in="header", name="X-API-Key""#, "the API key is malformed"),
        ("/query?kex=s3", &[], r#"in="query", name="key""#, "an API key is required"),
        ("/query?key=", &[], r#"in="query", name="key""#, "an API key is required"),
        (
            "/query?key=s3&key=s3",
            &[],
            r#"in="query", name="key""#,
            "one API key is required, and there are several",
        ),
        ("/query?key=s3%ff", &[], r#"in="query", name="key""#, "the API key is malformed"),
        ("/cookie", &["cookie: theme=dark"], r#"in="cookie", name="session""#, "an API key is required"),
    ] {
        let response = server.send("GET", target, head, b"").await;
        assert_refused(&response, &[&format!("ApiKey {place}")], detail);
        assert!(!response.text().contains("s3"), "{}", response.text());
    }
}

#[tokio::test]
async fn a_401_of_ones_own_extractor_says_how_to_authenticate() {
    let server = server().await;
    let good = ["authorization: Bearer ada"];
    assert_eq!(server.send("GET", "/me", &good, b"").await.text(), "ada");
    assert_eq!(server.send("GET", "/maybe-me", &good, b"").await.text(), "ada");
    assert_eq!(server.get("/maybe-me").await.text(), "nobody");
    let challenges = [r#"Bearer realm="no\"tes""#, r#"ApiKey in="cookie", name="session""#];
    assert_refused(&server.get("/me").await, &challenges, "who are you?");
    // What the extractor says itself stands.
    let unknown = server.send("GET", "/me", &["authorization: Bearer guess"], b"").await;
    assert_refused(&unknown, &[MALFORMED], "not known");
    let banned = server.send("GET", "/me", &["authorization: Bearer banned"], b"").await;
    assert_eq!((banned.status, banned.header("www-authenticate")), (403, None));
    let of_the_handler = server.send("GET", "/own", &good, b"").await;
    assert_eq!((of_the_handler.status, of_the_handler.header("www-authenticate")), (401, None));
}

#[tokio::test]
async fn an_answer_to_head_has_the_challenge_too() {
    let server = server().await;
    let response = server.request("HEAD", "/bearer").await;
    assert_eq!((response.status, response.header("www-authenticate")), (401, Some("Bearer")));
}

#[tokio::test]
async fn a_failure_hook_leaves_the_challenge() {
    let hook = |_: &fingerpost::FailedRequest<'_>, _: &Problem| {
        Some(fingerpost::http::Response::new(fingerpost::Body::from("no")))
    };
    let server = serve(App::new(routes![me]).state(Sessions).on_failure(hook)).await;
    let response = server.get("/me").await;
    assert_eq!((response.status, &*response.text()), (401, "no"));
    assert_eq!(response.headers("www-authenticate").len(), 2);
}
