//! The table against a naive model: every pattern is tried, and the most specific of those that match is taken.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use http::Method;
use proptest::prelude::*;

use super::*;
use crate::route::Segment;

#[derive(Clone, Debug)]
pub(super) struct Route {
    pub(super) methods: Vec<&'static str>,
    pub(super) prefix: &'static str,
    pub(super) segments: Vec<Segment>,
}

impl Route {
    pub(super) fn mounted(&self) -> Vec<Segment> {
        let prefix = self.prefix.split('/').skip(1).map(Segment::Literal);
        let own = if self.prefix.is_empty() || self.segments != [Segment::Literal("")] {
            &*self.segments
        } else {
            &[]
        };
        prefix.chain(own.iter().copied()).collect()
    }

    fn answers(&self, method: &str) -> bool {
        self.methods.contains(&method) || (method == "HEAD" && self.methods.contains(&"GET"))
    }
}

/// The captures of a path that has these segments, decoded, if it matches.
fn matches(pattern: &[Segment], path: &[String]) -> Option<Vec<String>> {
    let Some((segment, after)) = pattern.split_first() else {
        return path.is_empty().then(Vec::new);
    };
    let remainder = path.join("/");
    match segment {
        Segment::Rest => return (!remainder.is_empty()).then(|| vec![remainder]),
        Segment::RestOrNothing => return Some(vec![remainder]),
        _ => {}
    }
    let (text, rest) = path.split_first()?;
    let captured = match segment {
        Segment::Literal(literal) => return (text == literal).then(|| matches(after, rest))?,
        Segment::Partial(prefix, suffix) => text.strip_prefix(prefix)?.strip_suffix(suffix)?,
        _ => text,
    };
    let behind = matches(after, rest)?;
    (!captured.is_empty()).then(|| [vec![captured.to_owned()], behind].concat())
}

type Rank = (u8, Reverse<usize>, Reverse<usize>, &'static str, &'static str);

/// Smaller is more specific.
fn rank(pattern: &[Segment]) -> Vec<Rank> {
    let rank = |segment: &Segment| match *segment {
        Segment::Literal(text) => (0, Reverse(0), Reverse(0), text, ""),
        Segment::Partial(prefix, suffix) => {
            (1, Reverse(prefix.len() + suffix.len()), Reverse(prefix.len()), prefix, suffix)
        }
        Segment::Capture => (2, Reverse(0), Reverse(0), "", ""),
        Segment::Rest => (3, Reverse(0), Reverse(0), "", ""),
        Segment::RestOrNothing => (4, Reverse(0), Reverse(0), "", ""),
    };
    pattern.iter().map(rank).collect()
}

#[derive(Debug, PartialEq)]
enum Answer {
    Route(usize, Vec<String>),
    Allow(String),
    NotFound,
}

fn model(routes: &[Route], method: &str, path: &str) -> Answer {
    let path: Vec<String> = path[1..].split('/').map(normal_decode).collect();
    let matching: Vec<_> = routes
        .iter()
        .enumerate()
        .filter_map(|(at, route)| Some((at, route, matches(&route.mounted(), &path)?)))
        .collect();
    let explicit = |route: &Route| route.methods.contains(&method);
    let best = matching
        .iter()
        .filter(|(_, route, _)| route.answers(method))
        .min_by_key(|(at, route, _)| (rank(&route.mounted()), !explicit(route), *at));
    if let Some((at, _, captures)) = best {
        return Answer::Route(*at, captures.clone());
    }
    if matching.is_empty() {
        return Answer::NotFound;
    }
    let mut allow: BTreeSet<_> =
        matching.iter().flat_map(|(_, route, _)| route.methods.iter().copied()).collect();
    if allow.contains("GET") {
        allow.insert("HEAD");
    }
    allow.insert("OPTIONS");
    Answer::Allow(allow.into_iter().collect::<Vec<_>>().join(", "))
}

fn normal_decode(text: &str) -> String {
    text.replace("%2F", "\u{1}").replace("%25", "%").replace('\u{1}', "/")
}

/// With a sieve, hard or not.
pub(super) fn mount(routes: &[Route]) -> Router {
    let patterns =
        routes.iter().map(|Route { methods, prefix, segments }| Pattern { methods, prefix, segments });
    Router::with_sieve(patterns, |_| true, Some(MakeSieve::ANY))
}

/// What the walk finds, and the sieve.
fn table(router: &Router, method: &str, path: &str) -> [Answer; 2] {
    let method = Method::from_bytes(method.as_bytes()).unwrap();
    let (mut captures, mut sifted) = (Captures::new(), Captures::new());
    let found = router.find(&method, path, &mut captures);
    let found_by_sieve = router.sift(router.methods.column(&method), path, &mut sifted);
    [answer(router, path, found, &captures), answer(router, path, found_by_sieve, &sifted)]
}

fn answer(router: &Router, path: &str, found: Found, captures: &Captures) -> Answer {
    match found {
        Found::Route(at) => {
            let values =
                (0..captures.len()).map(|index| decode(captures.get(path, index).unwrap()).into_owned());
            Answer::Route(at, values.collect())
        }
        Found::OtherMethods(methods) => Answer::Allow(router.allow(methods).to_string()),
        Found::Nothing => Answer::NotFound,
    }
}

const TEXTS: [&str; 11] =
    ["", "a", "b", "ab", "ba", "5", "25", "%", "a-long-text", "a-long-texture", "a-longer-text"];

fn segment() -> impl Strategy<Value = Segment> {
    let text = || proptest::sample::select(&TEXTS[..]);
    let around = (text(), text())
        .prop_filter("some text", |(prefix, suffix)| !(prefix.is_empty() && suffix.is_empty()));
    prop_oneof![
        3 => proptest::sample::select(&TEXTS[1..]).prop_map(Segment::Literal),
        2 => around.prop_map(|(prefix, suffix)| Segment::Partial(prefix, suffix)),
        2 => Just(Segment::Capture),
    ]
}

pub(super) fn route() -> impl Strategy<Value = Route> {
    let methods = proptest::sample::subsequence(vec!["GET", "HEAD", "POST", "PURGE"], 1..3);
    let prefix = prop_oneof![3 => Just(""), 1 => Just("/a"), 1 => Just("/a/%")];
    let last = prop_oneof![
        3 => Just(None),
        1 => Just(Some(Segment::Literal(""))),
        1 => Just(Some(Segment::Rest)),
        1 => Just(Some(Segment::RestOrNothing)),
    ];
    (methods, prefix, proptest::collection::vec(segment(), 0..4), last).prop_map(
        |(methods, prefix, mut segments, last)| {
            segments.extend(last);
            if segments.is_empty() {
                segments.push(Segment::Literal(""));
            }
            Route { methods, prefix, segments }
        },
    )
}

/// A normalised path, of the same few texts that the patterns have.
fn path() -> impl Strategy<Value = String> {
    let text = prop_oneof![1 => Just(""), 4 => Just("a"), 2 => Just("b"), 1 => Just("5"), 1 => Just("%25"),
        1 => Just("%2F"), 1 => Just("a-long-text"), 1 => Just("a-long-texture"), 1 => Just("a-longer-text")];
    let segment = proptest::collection::vec(text, 1..4).prop_map(|texts| texts.concat());
    proptest::collection::vec(segment, 1..6).prop_map(|segments| format!("/{}", segments.join("/")))
}

/// What a request does.
fn look_up(router: &Router, method: &Method, path: &str, captures: &mut Captures) -> LookedUp {
    match router.look_up(method, path, captures) {
        Some(found) => Ok((found, None)),
        None => router.look_up_odd(method, path, captures),
    }
}

/// A path as it may be requested: with escapes of what needs none, and dots.
fn odd_path() -> impl Strategy<Value = String> {
    let text = prop_oneof![4 => Just("a"), 2 => Just("b"), 2 => Just("%61"), 1 => Just("%62"), 1 => Just(""),
        1 => Just("%25"), 1 => Just("%2f"), 1 => Just("."), 1 => Just(".."), 1 => Just("%2E"), 1 => Just("\\"),
        1 => Just("a-long-text"), 1 => Just("%61-long-texture"), 1 => Just("%zz")];
    let segment = proptest::collection::vec(text, 1..3).prop_map(|texts| texts.concat());
    proptest::collection::vec(segment, 1..6).prop_map(|segments| format!("/{}", segments.join("/")))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_table_finds_what_the_model_finds(
        routes in proptest::collection::vec(route(), 0..24),
        paths in proptest::collection::vec(path(), 1..24),
    ) {
        let router = mount(&routes);
        for path in &paths {
            for method in ["GET", "HEAD", "POST", "PURGE", "DELETE"] {
                let model = model(&routes, method, path);
                let [walk, sieve] = table(&router, method, path);
                prop_assert_eq!(&walk, &model, "{} {}", method, path);
                prop_assert_eq!(&sieve, &model, "{} {} in the sieve", method, path);
            }
        }
    }

    #[test]
    fn a_path_has_no_more_ways_than_there_are_captured_patterns_and_one(
        routes in proptest::collection::vec(route(), 0..12),
    ) {
        let mut seedling = Seedling::with_capacity(routes.len());
        for Route { methods, prefix, segments } in &routes {
            seedling.leaf(&Pattern { methods, prefix, segments });
        }
        let captured: usize = routes.iter().map(|route| captured(&route.segments)).sum();
        prop_assert!(seedling.most_ways() <= captured + 1);
    }

    #[test]
    fn a_path_is_looked_up_as_its_normal_form(
        routes in proptest::collection::vec(route(), 0..24),
        paths in proptest::collection::vec(odd_path(), 1..24),
    ) {
        let router = mount(&routes);
        for path in &paths {
            for method in [Method::GET, Method::POST, Method::DELETE] {
                let (mut captures, mut of_normal) = (Captures::new(), Captures::new());
                let looked_up = look_up(&router, &method, path, &mut captures);
                let normal = match normalize(path) {
                    Ok(normal) => normal.unwrap_or_else(|| path.clone()),
                    Err(malformed) => {
                        prop_assert_eq!(looked_up.map(|_| ()), Err(malformed), "{}", path);
                        continue;
                    }
                };
                let expected = router.find(&method, &normal, &mut of_normal);
                let (found, _) = looked_up.unwrap();
                prop_assert_eq!(
                    answer(&router, &normal, found, &captures),
                    answer(&router, &normal, expected, &of_normal),
                    "{} {}", method, path
                );
                // What is said to have no escapes has none.
                let may_be_coded = (0..captures.len())
                    .any(|index| captures.get(&normal, index).is_some_and(|text| text.contains('%')));
                prop_assert!(!may_be_coded || captures.may_be_coded(), "{} {}", method, path);
            }
        }
    }

    #[test]
    fn any_text_can_be_looked_up(path in "(/|%|%2[5Ff]|%zz|[a-c]|\\PC){0,40}") {
        let segments = [Segment::Partial("a", "b"), Segment::Capture, Segment::Rest];
        let router = Router::new([Pattern { methods: &["GET"], prefix: "", segments: &segments }], Some(MakeSieve::ANY));
        let mut captures = Captures::new();
        if let Ok((found, normal)) = look_up(&router, &Method::GET, &path, &mut captures) {
            prop_assert!(!path.starts_with('/') || normalize(&path).as_ref() == Ok(&normal), "{:?}", normal);
            let path = normal.unwrap_or(path);
            if let Found::Route(_) = found {
                prop_assert!((0..3).all(|index| captures.get(&path, index).is_some_and(|text| !text.is_empty())));
            }
        } else {
            prop_assert!(normalize(&path).is_err());
        }
    }
}
