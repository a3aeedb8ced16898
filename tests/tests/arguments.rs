//! Arguments over a socket: in any order, of every kind, as patterns, and extractors of one's own.

mod support;

use std::borrow::Cow;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, mpsc};

use fingerpost::bytes::Bytes;
use fingerpost::{
    App, Body, ClientAddr, FromRequest, FromState, HeaderMap, Json, Method, Path, Problem, RequestContext,
    State, StatusCode, Uri, get, post, put, routes,
};
use serde::{Deserialize, Serialize};
use support::serve;

struct Greeting(&'static str);

#[derive(Default)]
struct Counter(AtomicU32);

#[derive(Deserialize, Serialize)]
struct Point {
    x: i32,
    y: i32,
}

mod order {
    use super::*;

    #[post("/one/{a}/{b}?{q}")]
    async fn one(a: u8, b: &str, q: Option<u8>, greeting: &Greeting, method: Method, body: String) -> String {
        format!("{a} {b} {q:?} {} {method} {body}", greeting.0)
    }

    #[post("/two/{a}/{b}?{q}")]
    async fn two(body: String, method: Method, greeting: &Greeting, q: Option<u8>, b: &str, a: u8) -> String {
        format!("{a} {b} {q:?} {} {method} {body}", greeting.0)
    }

    #[post("/three/{a}/{b}?{q}")]
    fn three(q: Option<u8>, body: String, a: u8, greeting: &Greeting, b: &str, method: Method) -> String {
        format!("{a} {b} {q:?} {} {method} {body}", greeting.0)
    }

    #[post("/four/{a}/{b}?{q}", blocking)]
    fn four(greeting: &Greeting, b: &str, body: String, q: Option<u8>, method: Method, a: u8) -> String {
        format!("{a} {b} {q:?} {} {method} {body}", greeting.0)
    }

    #[tokio::test]
    async fn does_not_matter() {
        let server = serve(App::new(routes![one, two, three, four]).state(Greeting("hi"))).await;
        for name in ["one", "two", "three", "four"] {
            let response = server.send("POST", &format!("/{name}/1/a%20b?q=2"), &[], b"body").await;
            assert_eq!(response.text(), "1 a b Some(2) hi POST body", "{name}");
            let response = server.send("POST", &format!("/{name}/x/y?q=2"), &[], b"body").await;
            assert_eq!(response.status, 400, "{name}");
            let response = server.send("POST", &format!("/{name}/1/y?q=z"), &[], b"body").await;
            assert_eq!(response.status, 400, "{name}");
        }
    }
}

mod before_the_body {
    use super::*;

    #[post("/posts/{id}?{page}")]
    fn create(Json(point): Json<Point>, id: u8, page: Option<u8>) -> String {
        format!("{id} {page:?} {}", point.x)
    }

    #[post("/later/{id}")]
    async fn later(point: Json<Point>, id: u8) -> String {
        format!("{id} {}", point.0.x)
    }

    #[tokio::test]
    async fn the_path_and_the_query_are_read() {
        let server = serve(App::new(routes![create, later])).await;
        let json = &["Content-Type: application/json"];
        for (target, name) in [
            ("/posts/x", "`id` in the path"),
            ("/posts/7?page=x", "`page` in the query"),
            ("/later/x", "`id` in"),
        ] {
            let response = server.send("POST", target, json, b"no JSON").await;
            assert_eq!(response.status, 400, "{target}");
            assert!(response.problem().detail.is_some_and(|detail| detail.starts_with(name)), "{target}");
        }
        assert_eq!(server.send("POST", "/posts/7", json, br#"{"x":1}"#).await.status, 422);
        assert_eq!(server.send("POST", "/later/7", json, br#"{"x":1,"y":2}"#).await.text(), "7 1");
    }
}

mod borrowed {
    use super::*;

    #[get("/kept/{a}/{b}?{q}&{other}&{tag}&{size = one size}")]
    async fn kept(a: &str, b: &str, q: &str, other: Option<&str>, tag: Vec<&str>, size: &str) -> String {
        tokio::task::yield_now().await;
        format!("{a}|{b}|{q}|{other:?}|{tag:?}|{size}")
    }

    #[tokio::test]
    async fn texts_stay_while_the_handler_waits() {
        let server = serve(App::new(routes![kept])).await;
        let response = server.get("/kept/a%20b/c%2Fd?q=x+y&other=%C3%A9&tag=%31&tag=2&tag=%33").await;
        assert_eq!(response.text(), r#"a b|c/d|x y|Some("é")|["1", "2", "3"]|one size"#);
        let response = server.get("/kept/a/b?q=c&size=%34").await;
        assert_eq!(response.text(), "a|b|c|None|[]|4");
    }
}

mod what {
    use super::*;

    #[get("/parts")]
    fn parts(uri: Uri, headers: HeaderMap, ClientAddr(address): ClientAddr, method: Method) -> String {
        let agent = headers.get("user-agent").and_then(|agent| agent.to_str().ok());
        format!("{method} {uri} {agent:?} {}", address.ip())
    }

    #[post("/count")]
    fn count(body: Bytes) -> String {
        body.len().to_string()
    }

    #[put("/stream")]
    async fn stream(body: Body) -> Body {
        body
    }

    #[tokio::test]
    async fn the_request_says_may_be_asked_for() {
        let server = serve(App::new(routes![parts, count, stream])).await;
        let response = server.send("GET", "/parts?a=%20b", &["User-Agent: test"], b"").await;
        assert_eq!(response.text(), r#"GET /parts?a=%20b Some("test") 127.0.0.1"#);
        assert_eq!(server.send("POST", "/count", &[], &[0xff; 9]).await.text(), "9");
        assert_eq!(server.request("POST", "/count").await.text(), "0");
        assert_eq!(server.send("PUT", "/stream", &[], b"as it came").await.text(), "as it came");
    }

    #[get("/sync")]
    fn sync(counter: &Counter) -> String {
        counter.0.fetch_add(1, Ordering::Relaxed).to_string()
    }

    #[get("/shared")]
    async fn shared(State(log): State<Arc<Mutex<Vec<u8>>>>, counter: &Counter) -> String {
        let seen = counter.0.load(Ordering::Relaxed);
        let task = tokio::spawn(async move {
            let mut log = log.lock().expect("nobody panics");
            log.push(7);
            log.len()
        });
        format!("{seen} {}", task.await.expect("nobody panics"))
    }

    #[tokio::test]
    async fn is_shared_may_be_borrowed_or_cloned() {
        let app = App::new(routes![sync, shared]).state(Counter::default());
        let server = serve(app.state(Arc::new(Mutex::new(Vec::<u8>::new())))).await;
        server.gives(&[("/sync", "0"), ("/sync", "1"), ("/shared", "2 1"), ("/shared", "2 2")]).await;
    }
}

mod blocking {
    use super::*;

    /// The name of the thread, which is the test's own unless the pool runs it.
    fn thread() -> std::thread::ThreadId {
        std::thread::current().id()
    }

    struct Home(std::thread::ThreadId);

    #[get("/here")]
    fn here(home: &Home) -> String {
        (thread() == home.0).to_string()
    }

    #[get("/pool/{text}?{many}&{maybe}&{word = none}", blocking)]
    fn pool(text: &str, home: &Home, many: Vec<&str>, maybe: Option<&str>, word: &str) -> String {
        format!("{} {text} {many:?} {maybe:?} {word}", thread() == home.0)
    }

    #[get("/cows/{text}?{many}&{maybe}&{word = none}&{n}&{s = text}", blocking)]
    fn cows(
        text: Cow<'_, str>,
        many: Vec<Cow<'_, str>>,
        maybe: Option<Cow<'_, str>>,
        word: Cow<'_, str>,
        n: Vec<u8>,
        s: String,
    ) -> String {
        format!("{text} {many:?} {maybe:?} {word} {n:?} {s}")
    }

    #[post("/pool", blocking)]
    fn read(body: Bytes) -> Result<String, Problem> {
        String::from_utf8(body.to_vec()).map_err(|_| Problem::new(422).detail("not text"))
    }

    #[get("/pool-panics", blocking)]
    fn panics() -> String {
        panic!("on the pool")
    }

    #[tokio::test]
    async fn handlers_run_on_the_pool() {
        let app = App::new(routes![here, pool, cows, read, panics]).state(Home(thread()));
        let server = serve(app).await;
        server
            .gives(&[
                ("/here", "true"),
                ("/pool/a%20b", "false a b [] None none"),
                ("/pool/a?many=1&many=+2&maybe=m&word=w", r#"false a ["1", " 2"] Some("m") w"#),
                ("/cows/a%20b", "a b [] None none [] text"),
                ("/cows/a?many=1&many=+2&maybe=m&word=w&n=1&s=", r#"a ["1", " 2"] Some("m") w [1] "#),
            ])
            .await;
        assert_eq!(server.send("POST", "/pool", &[], b"text").await.text(), "text");
        assert_eq!(server.send("POST", "/pool", &[], b"\xff").await.status, 422);
        assert_eq!(server.get("/pool-panics").await.status, 500);
        server.gives(&[("/here", "true")]).await;
    }

    /// Opened by the test, once it has seen that nobody else waits.
    struct Gate(Mutex<mpsc::Receiver<()>>);

    #[get("/wait", blocking)]
    fn wait(gate: &Gate) -> &'static str {
        let gate = gate.0.lock().expect("nobody panics");
        gate.recv_timeout(support::PATIENCE).map_or("in vain", |()| "waited")
    }

    #[tokio::test]
    async fn handlers_keep_nobody_else_waiting() {
        let (open, gate) = mpsc::channel();
        let app = App::new(routes![wait, here]).state(Home(thread()));
        let server = serve(app.state(Gate(Mutex::new(gate)))).await;
        let mut slow = server.connect().await;
        slow.send("GET", "/wait", &[], b"").await;
        server.gives(&[("/here", "true"), ("/here", "true")]).await;
        open.send(()).expect("the handler waits");
        assert_eq!(slow.response().await.text(), "waited");
    }
}

mod patterns {
    use super::*;

    #[post("/point/{id}")]
    fn point(Json(Point { x, y: other }): Json<Point>, mut id: u32) -> Json<Point> {
        id += 1;
        Json(Point { x: x + other, y: i32::try_from(id).unwrap_or(0) })
    }

    #[get("/pair/{a}/{b}")]
    fn pair(Path((a, b)): Path<(u8, String)>, _: Method) -> String {
        format!("{b} {a}")
    }

    #[post("/whole")]
    async fn whole(_unused: HeaderMap, json @ Json(Point { x, .. }): Json<Point>) -> String {
        format!("{x} {}", json.0.y)
    }

    #[tokio::test]
    async fn may_stand_for_names() {
        let server = serve(App::new(routes![point, pair, whole])).await;
        let json = ["content-type: application/json"];
        let response = server.send("POST", "/point/4", &json, br#"{"x":1,"y":2}"#).await;
        assert_eq!(response.text(), r#"{"x":3,"y":5}"#);
        assert_eq!(server.send("POST", "/point/x", &json, br#"{"x":1,"y":2}"#).await.status, 400);
        assert_eq!(server.send("POST", "/whole", &json, br#"{"x":1,"y":2}"#).await.text(), "1 2");
        server.gives(&[("/pair/1/two", "two 1")]).await;
        server.refuses(400, &[("/pair/one/two", &["`a`", "`one`", "`u8`"])]).await;
    }
}

mod own_extractors {
    use super::*;

    struct Bearer(String);

    impl FromRequest for Bearer {
        type Rejection = Problem;

        async fn from_request(request: &mut RequestContext<'_>) -> Result<Self, Problem> {
            let header = request.headers().get("authorization").and_then(|header| header.to_str().ok());
            let token = header.and_then(|header| header.strip_prefix("Bearer "));
            let token = token.ok_or_else(|| Problem::new(401).header("WWW-Authenticate", "Bearer"))?;
            Ok(Self(token.to_owned()))
        }
    }

    #[get("/token")]
    fn token(Bearer(token): Bearer) -> String {
        token
    }

    #[get("/maybe")]
    async fn maybe(bearer: Option<Bearer>) -> String {
        bearer.map_or_else(|| "nobody".to_owned(), |bearer| bearer.0)
    }

    #[tokio::test]
    async fn read_the_request() {
        let server = serve(App::new(routes![token, maybe])).await;
        let response = server.send("GET", "/token", &["Authorization: Bearer abc"], b"").await;
        assert_eq!(response.text(), "abc");
        for head in [&[][..], &["authorization: Basic abc"], &["authorization: bearer"]] {
            let response = server.send("GET", "/token", head, b"").await;
            assert_eq!((response.status, response.header("www-authenticate")), (401, Some("Bearer")));
            assert_eq!(response.problem().title, "Unauthorized");
            assert_eq!(server.send("GET", "/maybe", head, b"").await.text(), "nobody");
        }
    }

    struct Sessions(&'static [(&'static str, u64)]);

    struct User(u64);

    impl FromState for User {
        type State = Sessions;
        type Rejection = (StatusCode, &'static str);

        async fn from_state(
            request: &mut RequestContext<'_>,
            sessions: &Sessions,
        ) -> Result<Self, Self::Rejection> {
            tokio::task::yield_now().await;
            let name = request.headers().get("x-session").and_then(|name| name.to_str().ok());
            let found = sessions.0.iter().find(|(known, _)| name == Some(known));
            found.map(|(_, id)| Self(*id)).ok_or((StatusCode::FORBIDDEN, "no session"))
        }
    }

    #[post("/me/{note}")]
    async fn me(body: Bytes, User(id): User, note: &str, Bearer(token): Bearer) -> String {
        format!("{id} {note} {token} {}", body.len())
    }

    #[tokio::test]
    async fn read_the_state() {
        let server = serve(App::new(routes![me]).state(Sessions(&[("s1", 7), ("s2", 8)]))).await;
        let head = ["x-session: s2", "authorization: Bearer t"];
        assert_eq!(server.send("POST", "/me/a", &head, b"abc").await.text(), "8 a t 3");
        let response = server.send("POST", "/me/a", &["x-session: s3"], b"abc").await;
        assert_eq!((response.status, response.text().as_str()), (403, "no session"));
    }

    struct Upper(String);

    impl FromRequest for Upper {
        type Rejection = Problem;
        const READS_BODY: bool = true;

        async fn from_request(request: &mut RequestContext<'_>) -> Result<Self, Problem> {
            let bytes = request.read_body().await?;
            Ok(Self(String::from_utf8_lossy(&bytes).to_uppercase()))
        }
    }

    #[post("/upper", body_limit = "8 B")]
    fn upper(Upper(text): Upper) -> String {
        text
    }

    #[tokio::test]
    async fn read_the_body_within_its_limit() {
        let server = serve(App::new(routes![upper])).await;
        assert_eq!(server.send("POST", "/upper", &[], b"abc").await.text(), "ABC");
        assert_eq!(server.send("POST", "/upper", &[], b"123456789").await.status, 413);
    }
}
