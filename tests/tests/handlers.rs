//! Handlers as people write them: in modules, under attributes, from macros, with any names, and still functions.

mod support;

use std::borrow::Cow;
use std::net::SocketAddr;

use fingerpost::{App, Json, Problem, Responder, State, get, post, route, routes};
use support::serve;

struct Greeting(&'static str);

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

    #[must_use = "it is only a function"]
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

    impl Responder for u32Text {
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

mod signatures {
    use super::*;

    #[get("/lifetimes/{a}/{b}?{c}&{d}")]
    fn lifetimes<'a, 'b: 'a>(
        a: &'a str,
        b: Cow<'b, str>,
        c: Option<&'a str>,
        d: Vec<Cow<'a, str>>,
        greeting: &'b Greeting,
    ) -> String {
        format!("{a} {b} {c:?} {d:?} {}", greeting.0)
    }

    #[get("/opaque/{n}", status = 202)]
    fn opaque(n: u8) -> impl Responder {
        n.to_string()
    }

    #[get("/opaque-result/{n}", header("X-Declared" = "yes"))]
    async fn opaque_result(n: u8) -> Result<impl Responder, Problem> {
        if n > 9 { Err(Problem::new(409)) } else { Ok(Json(n)) }
    }

    #[tokio::test]
    async fn may_have_lifetimes_and_opaque_results() {
        let server = serve(App::new(routes![lifetimes, opaque, opaque_result]).state(Greeting("hi"))).await;
        server
            .gives(&[
                ("/lifetimes/a/%20?c=c&d=1&d=+", r#"a   Some("c") ["1", " "] hi"#),
                ("/opaque-result/9", "9"),
            ])
            .await;
        let response = server.get("/opaque/7").await;
        assert_eq!((response.status, response.text().as_str()), (202, "7"));
        assert_eq!(server.get("/opaque-result/9").await.header("x-declared"), Some("yes"));
        let response = server.get("/opaque-result/10").await;
        assert_eq!((response.status, response.header("x-declared")), (409, None));
    }

    macro_rules! parsed {
        ($($name:ident, $path:literal, $argument:ident: $ty:ty => $result:expr;)*) => {$(
            #[get($path, status = 203)]
            async fn $name($argument: $ty) -> String {
                $result
            }
        )*};
    }

    parsed! {
        macro_number, "/macro/number/{id}", id: u64 => format!("{id}");
        macro_text, "/macro/text/{name}", name: &str => name.to_owned();
        macro_query, "/macro/query?{pages}", pages: Vec<u8> => format!("{pages:?}");
        macro_optional, "/macro/optional?{page}", page: Option<u8> => format!("{page:?}");
        macro_state, "/macro/state", greeting: &Greeting => greeting.0.to_owned();
    }

    #[tokio::test]
    async fn may_be_written_by_a_macro() {
        let table = routes![macro_number, macro_text, macro_query, macro_optional, macro_state];
        let server = serve(App::new(table).state(Greeting("hi"))).await;
        for (target, body) in [
            ("/macro/number/7", "7"),
            ("/macro/text/a%20b", "a b"),
            ("/macro/query?pages=1&pages=2", "[1, 2]"),
            ("/macro/optional?page=3", "Some(3)"),
            ("/macro/state", "hi"),
        ] {
            let response = server.get(target).await;
            assert_eq!((response.status, response.text().as_str()), (203, body), "{target}");
        }
        server.refuses(400, &[("/macro/number/x", &["`id`", "`x`", "`u64`"])]).await;
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

mod of_any_size {
    use super::*;

    /// Its future is larger than most.
    #[get("/large/{fill}")]
    async fn large(fill: u8) -> String {
        let bytes = [fill; 16 * 1024];
        tokio::task::yield_now().await;
        bytes.iter().map(|byte| usize::from(*byte)).sum::<usize>().to_string()
    }

    #[get("/aligned")]
    async fn aligned() -> String {
        #[repr(align(64))]
        struct Line(u8);

        let line = Line(7);
        tokio::task::yield_now().await;
        format!("{} {}", line.0, std::ptr::from_ref(&line).addr() % 64)
    }

    #[tokio::test]
    async fn futures_are_run() {
        let server = serve(App::new(routes![large, aligned])).await;
        assert_eq!(server.get("/large/2").await.text(), "32768");
        assert_eq!(server.get("/aligned").await.text(), "7 0");
    }
}
