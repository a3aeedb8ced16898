//! What a lookup finds, example by example.

use http::Method;

use super::*;
use crate::route::Segment::{self, Capture, Literal, Partial, Rest, RestOrNothing};

/// One route: its methods apart with `|`, its prefix, its segments.
type Row = (&'static str, &'static str, &'static [Segment]);

fn router(rows: &[Row]) -> Router {
    let methods: Vec<Vec<&str>> = rows.iter().map(|(methods, ..)| methods.split('|').collect()).collect();
    let rows = rows.iter().zip(&methods);
    let patterns = rows.map(|((_, prefix, segments), methods)| Pattern { methods, prefix, segments });
    Router::with_sieve(patterns, |_| true, Some(MakeSieve::ANY))
}

/// The found route with its captures, or the `Allow` field, or `404`: the same by each walk and by a sieve.
fn find(router: &Router, method: &str, path: &str) -> String {
    let method = Method::from_bytes(method.as_bytes()).unwrap();
    let (mut captures, mut sifted) = (Captures::new(), Captures::new());
    let found = router.find(&method, path, &mut captures);
    let found = answer(router, path, found, &captures);
    if !path.is_empty() && path.len() <= usize::from(u16::MAX) {
        let by_sieve = router.sift(router.methods.column(&method), path, &mut sifted);
        assert_eq!(found, answer(router, path, by_sieve, &sifted), "{method} {path} in the sieve");
    }
    let mut quick = Captures::new();
    if let Some(by_quick_walk) = router.look_up(&method, path, &mut quick) {
        assert_eq!(found, answer(router, path, by_quick_walk, &quick), "{method} {path} by a quick walk");
    }
    found
}

fn answer(router: &Router, path: &str, found: Found, captures: &Captures) -> String {
    match found {
        Found::Route(route) => {
            let values =
                (0..captures.len()).map(|index| format!(" {:?}", captures.get(path, index).unwrap()));
            format!("{route}{}", values.collect::<String>())
        }
        found => {
            assert_eq!(captures.len(), 0, "captures without a route");
            match found {
                Found::OtherMethods(methods) => router.allow(methods).to_string(),
                _ => "404".to_owned(),
            }
        }
    }
}

#[track_caller]
fn check(rows: &[Row], expected: &[(&str, &str, &str)]) {
    let router = router(rows);
    for (method, path, found) in expected {
        assert_eq!(find(&router, method, path), *found, "{method} {path}");
    }
}

#[test]
fn slashes_count() {
    let rows: &[Row] = &[
        ("GET", "", &[Literal("")]),
        ("GET", "", &[Literal("posts")]),
        ("GET", "", &[Literal("posts"), Literal("")]),
        ("GET", "", &[Literal("posts"), Capture]),
        ("GET", "", &[Literal("posts"), Capture, Literal("")]),
    ];
    check(
        rows,
        &[
            ("GET", "/", "0"),
            ("GET", "/posts", "1"),
            ("GET", "/posts/", "2"),
            ("GET", "/posts/7", r#"3 "7""#),
            ("GET", "/posts/7/", r#"4 "7""#),
            ("GET", "/posts//", "404"),
            ("GET", "//posts", "404"),
            ("GET", "//", "404"),
            ("GET", "", "404"),
            ("GET", "posts", "404"),
        ],
    );
}

#[test]
fn a_prefix_is_mounted_before_the_segments() {
    let rows: &[Row] = &[
        ("GET", "/admin", &[Literal("")]),
        ("GET", "/admin", &[Literal("users"), Capture]),
        ("GET", "/100%/a b", &[RestOrNothing]),
    ];
    check(
        rows,
        &[
            ("GET", "/admin", "0"),
            ("GET", "/admin/", "404"),
            ("GET", "/admin/users/7", r#"1 "7""#),
            ("GET", "/100%25/a b", r#"2 """#),
            ("GET", "/100%25/a b/c", r#"2 "c""#),
        ],
    );
}

#[test]
fn more_specific_wins_whatever_the_order() {
    let mut rows: Vec<Row> = vec![
        ("GET", "", &[Literal("a.json")]),
        ("GET", "", &[Partial("a", ".json")]),
        ("GET", "", &[Partial("", ".json")]),
        ("GET", "", &[Partial("abc", "")]),
        ("GET", "", &[Partial("ab", "c")]),
        ("GET", "", &[Partial("", "abc")]),
        ("GET", "", &[Capture]),
        ("GET", "", &[Rest]),
    ];
    for turn in 0..rows.len() {
        let router = router(&rows);
        let route = |path| {
            let found = find(&router, "GET", path);
            let index: usize = found.split(' ').next().unwrap().parse().unwrap();
            rows[index].2
        };
        assert_eq!(route("/a.json"), [Literal("a.json")], "turn {turn}");
        assert_eq!(route("/aa.json"), [Partial("a", ".json")]);
        assert_eq!(route("/b.json"), [Partial("", ".json")]);
        assert_eq!(route("/abcXabc"), [Partial("abc", "")]);
        assert_eq!(route("/abXabc"), [Partial("ab", "c")]);
        assert_eq!(route("/Xabc"), [Partial("", "abc")]);
        assert_eq!(route("/abc"), [Capture]);
        assert_eq!(route("/.json"), [Capture]);
        assert_eq!(route("/a/b"), [Rest]);
        rows.rotate_left(1);
    }
}

#[test]
fn rests_take_the_remainder() {
    let rows: &[Row] = &[
        ("GET", "", &[Literal("some"), Rest]),
        ("GET", "", &[Literal("any"), RestOrNothing]),
        ("GET", "", &[Literal("both"), Rest]),
        ("GET", "", &[Literal("both"), RestOrNothing]),
        ("GET", "", &[Literal("own"), RestOrNothing]),
        ("GET", "", &[Literal("own")]),
        ("GET", "", &[Literal("own"), Literal("")]),
    ];
    check(
        rows,
        &[
            ("GET", "/some", "404"),
            ("GET", "/some/", "404"),
            ("GET", "/some/a", r#"0 "a""#),
            ("GET", "/some/a/b/", r#"0 "a/b/""#),
            ("GET", "/some//", r#"0 "/""#),
            ("GET", "/any", r#"1 """#),
            ("GET", "/any/", r#"1 """#),
            ("GET", "/any/a/b", r#"1 "a/b""#),
            ("GET", "/anything", "404"),
            ("GET", "/both", r#"3 """#),
            ("GET", "/both/a", r#"2 "a""#),
            ("GET", "/own", "5"),
            ("GET", "/own/", "6"),
            ("GET", "/own/a", r#"4 "a""#),
        ],
    );
    check(&[("GET", "", &[RestOrNothing])], &[("GET", "/", r#"0 """#), ("GET", "/a", r#"0 "a""#)]);
}

#[test]
fn a_lookup_turns_back() {
    let rows: &[Row] = &[
        ("GET", "", &[Literal("a"), Capture, Literal("c")]),
        ("GET", "", &[Literal("a"), Literal("b"), Literal("d")]),
        ("GET", "", &[Literal("a"), Partial("x", ""), Capture, Literal("e")]),
        ("GET", "", &[Literal("a"), Rest]),
    ];
    check(
        rows,
        &[
            ("GET", "/a/b/c", r#"0 "b""#),
            ("GET", "/a/b/d", "1"),
            ("GET", "/a/xy/z/e", r#"2 "y" "z""#),
            ("GET", "/a/xy/z/f", r#"3 "xy/z/f""#),
            ("GET", "/a/xy/c", r#"0 "xy""#),
            ("GET", "/b/b/d", "404"),
        ],
    );
}

#[test]
fn the_method_is_part_of_the_question() {
    let rows: &[Row] = &[
        ("POST", "", &[Literal("posts"), Literal("new")]),
        ("GET|PURGE", "", &[Literal("posts"), Capture]),
        ("DELETE", "", &[Rest]),
        ("PUT", "", &[Literal("put")]),
    ];
    check(
        rows,
        &[
            ("GET", "/posts/new", r#"1 "new""#),
            ("POST", "/posts/new", "0"),
            ("PURGE", "/posts/7", r#"1 "7""#),
            ("DELETE", "/posts/new", r#"2 "posts/new""#),
            ("PATCH", "/posts/new", "DELETE, GET, HEAD, OPTIONS, POST, PURGE"),
            ("NONE", "/posts/7", "DELETE, GET, HEAD, OPTIONS, PURGE"),
            ("get", "/other", "DELETE, OPTIONS"),
            ("GET", "/", "404"),
        ],
    );
}

#[test]
fn get_answers_head() {
    let rows: &[Row] = &[
        ("GET", "", &[Literal("a")]),
        ("HEAD", "", &[Capture]),
        ("GET", "", &[Capture]),
        ("HEAD", "", &[Literal("b"), Literal("c")]),
    ];
    check(
        rows,
        &[
            ("HEAD", "/a", "0"),
            ("HEAD", "/b", r#"1 "b""#),
            ("GET", "/b", r#"2 "b""#),
            ("GET", "/b/c", "HEAD, OPTIONS"),
        ],
    );
}

#[test]
fn the_first_of_two_equal_routes_is_kept() {
    let rows: &[Row] = &[("GET", "", &[Capture]), ("GET|POST", "", &[Capture])];
    check(rows, &[("GET", "/a", r#"0 "a""#), ("POST", "/a", r#"1 "a""#)]);
}

#[test]
fn a_table_knows_its_methods() {
    let table = router(&[("GET", "", &[Literal("a")]), ("PURGE|POST", "", &[Literal("b")])]);
    let knows = |token: &str| table.knows(&Method::from_bytes(token.as_bytes()).unwrap());
    assert!(["GET", "HEAD", "POST", "PURGE"].into_iter().all(knows));
    assert!(!["PUT", "OPTIONS", "purge", "LINK"].into_iter().any(knows));
    assert_eq!(table.all_methods().to_string(), "GET, HEAD, OPTIONS, POST, PURGE");
    assert_eq!(router(&[]).all_methods().to_string(), "OPTIONS");
    assert_eq!(find(&router(&[]), "GET", "/"), "404");
}

#[test]
fn long_paths_are_not_found() {
    let table = router(&[("GET", "", &[Rest])]);
    let longest = format!("/{}", "a".repeat(usize::from(u16::MAX) - 1));
    assert!(find(&table, "GET", &longest).starts_with('0'));
    assert_eq!(find(&table, "GET", &format!("{longest}a")), "404");
}

#[test]
fn a_path_ends_where_it_ends() {
    let rows: &[Row] = &[
        ("GET", "", &[Literal("a")]),
        ("GET", "", &[Literal("ab"), Literal("")]),
        ("GET", "", &[Literal("abcdef")]),
        ("GET", "", &[Literal("abcdefg"), Literal("h")]),
        ("GET", "", &[Literal("abcdefgh"), Literal("\0")]),
        ("GET", "", &[Literal("x"), Capture, Literal("y")]),
    ];
    check(
        rows,
        &[
            ("GET", "/a", "0"),
            ("GET", "/a/", "404"),
            ("GET", "/a\0", "404"),
            ("GET", "/a/\0", "404"),
            ("GET", "/a/\0\0\0\0\0", "404"),
            ("GET", "/a/\0\0\0\0\0\0", "404"),
            ("GET", "/ab", "404"),
            ("GET", "/ab/", "1"),
            ("GET", "/ab//", "404"),
            ("GET", "/abcdef", "2"),
            ("GET", "/abcdef/", "404"),
            ("GET", "/abcdefg", "404"),
            ("GET", "/abcdefg/h", "3"),
            ("GET", "/abcdefg/h/", "404"),
            ("GET", "/abcdefgh", "404"),
            ("GET", "/abcdefgh/", "404"),
            ("GET", "/abcdefgh/\0", "4"),
            ("GET", "/x/1/y", r#"5 "1""#),
            ("GET", "/x/1/y\0", "404"),
            ("GET", "/x/1", "404"),
        ],
    );
}

#[test]
#[should_panic(expected = "at most 16 captures")]
fn one_capture_too_many_is_refused() {
    Router::new([Pattern { methods: &["GET"], prefix: "", segments: &[Capture; 17] }], None);
}

#[test]
fn a_path_that_ends_with_its_first_word_is_found() {
    let rows: &[Row] = &[
        ("GET", "", &[Literal("a")]),
        ("GET", "", &[Literal("b"), RestOrNothing]),
        ("GET", "", &[Literal("c"), Literal("d")]),
        ("POST", "", &[Rest]),
    ];
    check(
        rows,
        &[("GET", "/a", "0"), ("GET", "/b", r#"1 """#), ("GET", "/c", "OPTIONS, POST"), ("GET", "/", "404")],
    );
    check(
        &rows[..3],
        &[("GET", "/a", "0"), ("GET", "/b", r#"1 """#), ("GET", "/c", "404"), ("GET", "/d", "404")],
    );
    check(&[], &[("GET", "/", "404"), ("GET", "/a", "404")]);
}
