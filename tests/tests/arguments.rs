//! Handlers as people write them: arguments in any order, patterns, attributes, modules, and still functions.

mod support;

use std::net::SocketAddr;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex};

use fingerpost::bytes::Bytes;
use fingerpost::{
    App, Body, ClientAddr, FromRequest, FromState, HeaderMap, Json, Method, Path, Problem, RequestContext,
    State, Uri, get, post, put, route, routes,
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
        let app = App::new(routes![here, pool, read, panics]).state(Home(thread()));
        let server = serve(app).await;
        server
            .gives(&[
                ("/here", "true"),
                ("/pool/a%20b", "false a b [] None none"),
                ("/pool/a?many=1&many=+2&maybe=m&word=w", r#"false a ["1", " 2"] Some("m") w"#),
            ])
            .await;
        assert_eq!(server.send("POST", "/pool", &[], b"text").await.text(), "text");
        assert_eq!(server.send("POST", "/pool", &[], b"\xff").await.status, 422);
        assert_eq!(server.get("/pool-panics").await.status, 500);
        server.gives(&[("/here", "true")]).await;
    }

    #[get("/wait", blocking)]
    fn wait() -> &'static str {
        std::thread::sleep(std::time::Duration::from_millis(300));
        "waited"
    }

    #[tokio::test]
    async fn handlers_keep_nobody_else_waiting() {
        let server = serve(App::new(routes![wait, here]).state(Home(thread()))).await;
        let mut slow = server.connect().await;
        slow.send("GET", "/wait", &[], b"").await;
        let start = std::time::Instant::now();
        server.gives(&[("/here", "true")]).await;
        assert!(start.elapsed() < std::time::Duration::from_millis(290));
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
        type Rejection = (fingerpost::StatusCode, &'static str);

        async fn from_state(
            request: &mut RequestContext<'_>,
            sessions: &Sessions,
        ) -> Result<Self, Self::Rejection> {
            tokio::task::yield_now().await;
            let name = request.headers().get("x-session").and_then(|name| name.to_str().ok());
            let found = sessions.0.iter().find(|(known, _)| name == Some(known));
            found.map(|(_, id)| Self(*id)).ok_or((fingerpost::StatusCode::FORBIDDEN, "no session"))
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

mod house {
    use super::*;

    #[get("/private")]
    fn private() -> &'static str {
        "private"
    }

    routes! { pub(super) table = [private, self::rooms::attic, rooms::cellar::deep, rooms::cellar::wine] }

    pub(super) mod rooms {
        use super::*;

        #[get("/attic")]
        pub(in crate::house) async fn attic() -> &'static str {
            "attic"
        }

        pub(crate) mod cellar {
            use super::get;

            #[get("/cellar")]
            pub(crate) fn deep() -> &'static str {
                "cellar"
            }

            /// A name that is also that of a module, a macro and a type of the standard library.
            #[get("/wine/{vec}")]
            pub(in super::super) fn wine(vec: std::vec::Vec1) -> String {
                vec.to_string()
            }

            mod std {
                pub(super) mod vec {
                    pub(in super::super) type Vec1 = u8;
                }
            }
        }
    }

    #[tokio::test]
    async fn has_rooms_of_every_visibility() {
        #[get("/inside")]
        fn inside() -> &'static str {
            "inside a function"
        }
        let server = serve(App::new(routes![table, inside])).await;
        server
            .gives(&[
                ("/private", "private"),
                ("/attic", "attic"),
                ("/cellar", "cellar"),
                ("/wine/3", "3"),
                ("/inside", "inside a function"),
            ])
            .await;
    }
}

mod attributes {
    use super::*;

    /// A doc comment before.
    #[tracing::instrument]
    #[get("/before/{id}")]
    /// And one after.
    async fn before(id: u8) -> String {
        format!("before {id}")
    }

    #[must_use]
    #[post("/after/{id}")]
    #[tracing::instrument(skip(body), level = "debug")]
    async fn after(id: u8, body: String) -> Result<String, Problem> {
        Ok(format!("after {id} {body}"))
    }

    #[cfg(not(any()))]
    #[inline(never)]
    #[get("/there")]
    #[allow(clippy::unused_unit, reason = "an attribute after the route")]
    fn there() -> &'static str {
        "there"
    }

    #[get("/there")]
    #[cfg(any())]
    fn there() -> NoSuchType {
        does_not_exist()
    }

    #[cfg(any())]
    #[get("/gone/{id}")]
    fn gone(id: NoSuchType) {}

    #[deprecated = "it is old"]
    #[get("/old")]
    fn old() -> &'static str {
        "old"
    }

    #[tokio::test]
    #[allow(deprecated, reason = "that is what is mounted")]
    async fn of_others_may_stand_before_and_after() {
        let server = serve(App::new(routes![before, after, there, old])).await;
        server.gives(&[("/before/1", "before 1"), ("/there", "there"), ("/old", "old")]).await;
        assert_eq!(server.send("POST", "/after/1", &[], b"x").await.text(), "after 1 x");
    }
}

mod functions {
    use super::*;

    #[route(PUT, "/database", status = 201)]
    fn database() {}

    #[get("/add/{a}/{b}")]
    fn add(a: u32, b: u32) -> u32Text {
        u32Text(a + b)
    }

    /// A user's own responder, named as nobody should.
    #[allow(non_camel_case_types, reason = "names are the user's")]
    #[derive(Debug, PartialEq)]
    struct u32Text(u32);

    impl fingerpost::Responder for u32Text {
        fn respond(self, response: &mut fingerpost::Response) {
            self.0.to_string().respond(response);
        }
    }

    #[get("/greet/{name}")]
    async fn greet(name: &str, greeting: &Greeting) -> Result<String, Problem> {
        if name.is_empty() { Err(Problem::new(404)) } else { Ok(format!("{}, {name}", greeting.0)) }
    }

    #[test]
    fn are_called_as_written() {
        assert_eq!(database(), ());
        assert_eq!(add(1, 2), u32Text(3));
        let as_value: fn(u32, u32) -> u32Text = add;
        assert_eq!([1, 2].map(|n| as_value(n, n)), [u32Text(2), u32Text(4)]);
    }

    #[tokio::test]
    async fn are_served_as_they_are_called() {
        assert_eq!(greet("Ada", &Greeting("Hello")).await.ok().as_deref(), Some("Hello, Ada"));
        assert_eq!(
            greet("", &Greeting("Hello")).await.map_err(|problem| problem.status().as_u16()),
            Err(404)
        );
        let server = serve(App::new(routes![database, add, greet]).state(Greeting("Hello"))).await;
        server.gives(&[("/greet/Ada", "Hello, Ada"), ("/add/1/2", "3")]).await;
        assert_eq!(server.request("PUT", "/database").await.status, 201);
    }
}

mod names {
    use super::*;

    /// Arguments and handlers may be called as the generated code might call its own.
    #[get("/request/{output}/{argument_0}/{app}")]
    fn request(output: u8, argument_0: &str, app: String, context: &Greeting) -> String {
        format!("{output} {argument_0} {app} {}", context.0)
    }

    #[get("/path/{path}/{values}?{query}&{self_}", blocking)]
    fn path(path: &str, values: u8, query: Option<u8>, self_: Option<u8>, request: &Greeting) -> String {
        format!("{path} {values} {query:?} {self_:?} {}", request.0)
    }

    #[get("/result")]
    #[allow(non_snake_case, reason = "names are the user's")]
    fn Result(State(Some(address)): StateOf) -> String {
        address.to_string()
    }

    type StateOf = State<Address>;
    use Address::Some;

    #[derive(Clone, Copy)]
    enum Address {
        Some(SocketAddr),
    }

    #[tokio::test]
    async fn are_the_users() {
        let address: SocketAddr = "127.0.0.1:80".parse().expect("an address");
        let server =
            serve(App::new(routes![request, path, Result]).state(Greeting("hi")).state(Some(address))).await;
        server
            .gives(&[
                ("/request/1/a/b", "1 a b hi"),
                ("/path/a/2?query=3", "a 2 Some(3) None hi"),
                ("/result", "127.0.0.1:80"),
            ])
            .await;
        assert_eq!(request::path(1, "a b", "c"), "/request/1/a%20b/c");
        assert_eq!(path::path("x", 1, Option::Some(2), None), "/path/x/1?query=2");
    }
}
