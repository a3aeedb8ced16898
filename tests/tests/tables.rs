//! Tables over a socket: nested under prefixes, from other modules and another crate, mounted twice.

mod support;

use std::fmt::Debug;

use fingerpost::{App, get, post, route, routes};
use fingerpost_tests::shelf;
use support::serve;

#[get("/")]
fn root() -> &'static str {
    "root"
}

#[get("/about")]
fn about() -> &'static str {
    "about"
}

mod posts {
    use super::*;

    #[get("/")]
    fn list() -> &'static str {
        "all posts"
    }

    #[post("/", status = 201)]
    fn create() -> &'static str {
        "a new post"
    }

    #[get("/{id}")]
    pub(crate) fn get_post(id: u64) -> String {
        format!("post {id}")
    }

    routes! {
        /// Everything about posts.
        pub(crate) all = [list, create, get_post, "/tagged" => tags::table];
    }

    mod tags {
        use super::*;

        #[get("/{tag}")]
        fn tagged(tag: &str) -> String {
            format!("posts tagged {tag}")
        }

        #[get("/")]
        fn tags() -> &'static str {
            "tags"
        }

        routes! { pub(super) table = [tagged, "/all" => tags] }
    }
}

#[tokio::test]
async fn a_table_stands_below_its_prefix() {
    let server = serve(App::new(routes![root, "/posts" => posts::all, about])).await;
    server
        .gives(&[
            ("/", "root"),
            ("/about", "about"),
            ("/posts", "all posts"),
            ("/posts/7", "post 7"),
            ("/posts/tagged/rust", "posts tagged rust"),
            ("/posts/tagged/all", "tags"),
        ])
        .await;
    server
        .has_not(&["/posts/", "/7", "/post", "/postsabout", "/posts/7/about", "/posts/tagged/", "/all"])
        .await;
    server.refuses(400, &[("/posts/tagged", &["`id`", "`tagged`"])]).await;
    let response = server.request("POST", "/posts").await;
    assert_eq!((response.status, response.text().as_str()), (201, "a new post"));
    let response = server.request("DELETE", "/posts").await;
    assert_eq!((response.status, response.header("allow")), (405, Some("GET, HEAD, OPTIONS, POST")));
}

mod v2 {
    use super::*;

    #[get("/posts/{id}")]
    fn get_post(id: u64) -> String {
        format!("the second {id}")
    }

    routes! { pub table = [get_post, "/old" => crate::posts::all] }
}

#[tokio::test]
async fn a_table_may_stand_below_several_prefixes() {
    let app = App::new(routes![
        "/v1/posts" => posts::all,
        "/v1" => about,
        "/v2" => v2::table,
        "/latest" => v2::table,
        posts::all,
    ]);
    let server = serve(app).await;
    server
        .gives(&[
            ("/", "all posts"),
            ("/7", "post 7"),
            ("/v1/posts", "all posts"),
            ("/v1/posts/7", "post 7"),
            ("/v1/about", "about"),
            ("/v2/posts/7", "the second 7"),
            ("/v2/old", "all posts"),
            ("/v2/old/7", "post 7"),
            ("/latest/posts/8", "the second 8"),
            ("/latest/old/tagged/x", "posts tagged x"),
        ])
        .await;
    server.has_not(&["/v1/", "/v1/posts/7/8", "/v2/posts", "/v3/posts/7"]).await;
}

#[get("/{*rest}")]
fn rest(rest: &str) -> String {
    format!("rest {rest}")
}

#[get("/{word}/{*rest?}")]
fn word(word: &str, rest: &str) -> String {
    format!("{word} then <{rest}>")
}

#[route(DELETE, "/about")]
fn forget() {}

mod fallback {
    use super::*;

    routes! { pub table = [rest, forget] }
}

#[tokio::test]
async fn precedence_does_not_stop_at_a_tables_border() {
    let expected = [
        ("/", "root"),
        ("/about", "about"),
        ("/posts/7", "post 7"),
        ("/posts/7/comments", "rest posts/7/comments"),
        ("/posts", "all posts"),
        ("/other", "rest other"),
        ("/posts/tagged/a", "posts tagged a"),
    ];
    for server in [
        serve(App::new(routes![fallback::table, root, about, "/posts" => posts::all])).await,
        serve(App::new(routes!["/posts" => posts::all, about, root, fallback::table])).await,
    ] {
        server.gives(&expected).await;
        let response = server.request("PUT", "/about").await;
        assert_eq!((response.status, response.header("allow")), (405, Some("DELETE, GET, HEAD, OPTIONS")));
        assert_eq!(server.request("DELETE", "/about").await.status, 204);
        assert_eq!(server.request("DELETE", "/other").await.status, 405);
    }
}

#[tokio::test]
async fn a_handler_may_have_a_prefix_of_its_own() {
    let app = App::new(
        routes!["/a" => root, "/a/b" => about, "/größe" => posts::get_post, "/x" => rest, "/w" => word],
    );
    let server = serve(app).await;
    server
        .gives(&[
            ("/a", "root"),
            ("/a/b/about", "about"),
            ("/gr%C3%B6%C3%9Fe/7", "post 7"),
            ("/größe/8", "post 8"),
            ("/x/y/z", "rest y/z"),
            ("/w/v", "v then <>"),
            ("/w/v/u/t", "v then <u/t>"),
        ])
        .await;
    server.has_not(&["/", "/about", "/a/", "/a/b", "/7", "/x", "/x/", "/w"]).await;
}

#[tokio::test]
async fn tables_come_from_other_crates() {
    let app =
        App::new(routes![root, "/shelf" => shelf::table, "/again/shelf" => shelf::table, shelf::get_book]);
    let server = serve(app.state(shelf::Books(vec!["Emma", "Persuasion"]))).await;
    server
        .gives(&[
            ("/", "root"),
            ("/shelf", "2 books"),
            ("/shelf/books/0", "Emma at /shelf/books/0"),
            ("/again/shelf/books/1", "Persuasion at /again/shelf/books/1"),
            ("/books/1", "Persuasion at /books/1"),
        ])
        .await;
    server.refuses(404, &[("/shelf/books/2", &["no book 2"])]).await;
    assert_eq!(shelf::get_book::path(3), "/books/3");
}

#[tokio::test]
async fn a_table_may_be_empty() {
    routes! { nothing = [] }
    for server in [serve(App::new(routes![])).await, serve(App::new(routes!["/a" => nothing])).await] {
        server.has_not(&["/", "/a", "/a/b"]).await;
        assert_eq!(server.request("POST", "/").await.status, 404);
        let response = server.request("OPTIONS", "*").await;
        assert_eq!((response.status, response.header("allow")), (204, Some("OPTIONS")));
    }
}

mod names {
    pub(crate) use super::posts::all as articles;
    pub(crate) use super::posts::get_post as article;
}

#[tokio::test]
async fn handlers_and_tables_may_be_imported_and_renamed() {
    use names::{article, articles};
    let server =
        serve(App::new(routes!["/articles" => articles, "/one" => article, "/two" => posts::get_post])).await;
    server
        .gives(&[
            ("/articles", "all posts"),
            ("/articles/7", "post 7"),
            ("/one/7", "post 7"),
            ("/two/8", "post 8"),
        ])
        .await;
    assert_eq!((article(7).as_str(), article::path(7).to_string().as_str()), ("post 7", "/7"));
}

#[test]
fn a_table_is_a_value() {
    fn is_plain<T: Copy + Debug + Send + Sync + 'static>(_: T) {}
    is_plain(posts::all);
}

macro_rules! hundred {
    ($($ten:ident)*) => {$(
        mod $ten {
            use super::*;

            hundred!(@$ten a "/a" b "/b" c "/c" d "/d" e "/e" f "/f" g "/g" h "/h" i "/i" j "/j");
        }
    )*};
    (@$ten:ident $($name:ident $path:literal)*) => {
        $(
            #[get($path)]
            fn $name() -> String {
                concat!(stringify!($ten), $path).to_owned()
            }
        )*
        routes! { pub(super) table = [$($name),*] }
    };
}

hundred!(t0 t1 t2 t3 t4 t5 t6 t7 t8 t9);

#[tokio::test]
async fn a_table_may_be_written_by_a_macro_and_be_long() {
    let app = App::new(routes![
        "/0" => t0::table, "/1" => t1::table, "/2" => t2::table, "/3" => t3::table, "/4" => t4::table,
        "/5" => t5::table, "/6" => t6::table, "/7" => t7::table, "/8" => t8::table, "/9" => t9::table,
    ]);
    let server = serve(app).await;
    for ten in 0..10 {
        for letter in 'a'..='j' {
            let expected = format!("t{ten}/{letter}");
            assert_eq!(server.get(&format!("/{ten}/{letter}")).await.text(), expected);
        }
    }
    server.has_not(&["/0/k", "/10/a", "/a"]).await;
}

/// The proofs go by numbers that the macros compute.
#[test]
fn the_macros_compute_the_numbers_of_the_runtime() {
    use fingerpost::__private::{Keys, Node, Shape, Table, method_key};

    #[route(GET | "PURGE", "/{{literal}}/{name}.json/@{user}/{id}/{*rest}")]
    fn many(name: String, user: String, id: u64, rest: String) -> String {
        format!("{name}{user}{id}{rest}")
    }
    #[route(GET, "/")]
    fn root() {}
    #[route(GET, "/files/{*path?}")]
    fn files(path: String) -> String {
        path
    }
    routes! { table = [many, "/files/of/all" => root, files] }

    let Node::Table(nodes) = <table as Table>::NODE else { panic!("a table has items") };
    let Keys::Table(items, 4, 0b11) = <table as Table>::KEYS else { panic!("it has their numbers") };
    for ((prefix, node), (shape, numbers)) in nodes.iter().zip(items) {
        assert_eq!(*shape, Shape::of_prefix(prefix));
        let Node::Route(route, _) = node else { panic!("its items are routes") };
        let keys: Vec<u64> = route.methods.iter().map(|method| method_key(method)).collect();
        let (of_path, of_methods) = match numbers {
            Keys::Route(of_path, method, _) => (of_path, std::slice::from_ref(method)),
            Keys::Routes(of_path, methods, _) => (of_path, *methods),
            Keys::Table(..) => panic!("its items are routes"),
        };
        assert_eq!(*of_path, Shape::of(route.segments), "{}", route.path);
        assert_eq!(of_methods, keys);
    }
}

/// What the macros read of a path is what a route says of it.
#[test]
fn a_path_is_taken_apart_as_the_attribute_writes_it() {
    use fingerpost::__private::{Node, Table};
    use fingerpost::Segment::{self, Capture, Literal, Partial, Rest, RestOrNothing};

    #[route(GET, "/")]
    fn root() {}
    #[route(GET, "/a/")]
    fn slash() {}
    #[route(GET, "/größe/{x}.json/v{y}/@{z}!")]
    fn parts(x: u8, y: u8, z: u8) -> String {
        format!("{x}{y}{z}")
    }
    #[route(GET, "/{a}/{*rest}")]
    fn rest(rest: String, a: String) -> String {
        rest + &a
    }
    #[route(GET, "/{*path?}")]
    fn nothing(path: &str) -> String {
        path.to_owned()
    }
    #[route(GET, "/a/{b}/c/{d}/e")]
    fn five(b: u8, d: u8) -> String {
        format!("{b}{d}")
    }
    #[route(GET, "/{a}/2/3/4/5/6/7/8/9/10/11/12/13/14/15/{b}")]
    fn sixteen(a: u8, b: u8) -> String {
        format!("{a}{b}")
    }
    #[route(GET, "/{a}/2/3/4/5/6/7/8/9/10/11/12/13/14/15/16/{b}")]
    fn seventeen(a: u8, b: u8) -> String {
        format!("{a}{b}")
    }
    #[route(GET, "/{{a}}/{b}?{c}&d={e}")]
    fn written(b: u8, c: Option<u8>, e: &str) -> String {
        format!("{b}{c:?}{e}")
    }
    #[route(GET, "/{a}/{b}")]
    fn all_at_once(path: fingerpost::Path<(u8, u8)>) -> String {
        format!("{:?}", path.0)
    }
    routes! { table = [root, slash, parts, rest, nothing, five, sixteen, seventeen, written] }
    let _ = (App::new(table), App::new(routes![all_at_once]));

    macro_rules! is {
        ($($handler:ident: [$($segment:expr),*], [$($capture:expr),*], [$($parameter:expr),*];)*) => {$({
            let Node::Route(route, _) = <$handler as Table>::NODE else { panic!() };
            assert_eq!(route.segments, &[$($segment),*] as &[Segment], "{}", route.path);
            assert_eq!(route.captures, &[$($capture),*] as &[&str], "{}", route.path);
            assert_eq!(route.parameters, &[$($parameter),*] as &[(&str, bool)], "{}", route.path);
            assert!(route.file.ends_with("tables.rs") && route.line > 300, "{}:{}", route.file, route.line);
        })*};
    }
    is! {
        root: [Literal("")], [], [];
        slash: [Literal("a"), Literal("")], [], [];
        parts: [Literal("größe"), Partial("", ".json"), Partial("v", ""), Partial("@", "!")], ["x", "y", "z"],
            [("x", true), ("y", true), ("z", true)];
        rest: [Capture, Rest], ["a", "rest"], [("a", true), ("rest", true)];
        nothing: [RestOrNothing], ["path"], [("path", true)];
        five: [Literal("a"), Capture, Literal("c"), Capture, Literal("e")], ["b", "d"], [("b", true), ("d", true)];
        written: [Literal("{a}"), Capture], ["b"], [("b", true), ("c", false), ("e", true)];
        all_at_once: [Capture, Capture], ["a", "b"], [];
    }
    for (handler, count) in [(<sixteen as Table>::NODE, 16), (<seventeen as Table>::NODE, 17)] {
        let Node::Route(route, _) = handler else { panic!() };
        assert_eq!((route.segments.len(), route.segments[1]), (count, Literal("2")));
        assert_eq!((route.captures, route.segments[count - 1]), (&["a", "b"][..], Capture));
    }
}
