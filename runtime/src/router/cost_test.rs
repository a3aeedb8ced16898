//! What a lookup and a table cost at the worst.

use std::time::{Duration, Instant};

use http::Method;

use super::sieve::WORDS;
use super::tree::Way;
use super::*;
use crate::route::Segment::{self, Capture, Literal, Partial, Rest};

fn table(segments: &[Vec<Segment>]) -> Router {
    let patterns = segments.iter().map(|segments| Pattern { methods: &["GET"], prefix: "", segments });
    Router::new(patterns, Some(MakeSieve::ANY))
}

/// How many nodes are come to until every pattern that matches was found.
fn steps(router: &Router, path: &str) -> usize {
    let mut captures = Captures::new();
    let mut walk = Walk::new(&router.tree.root, path.as_bytes(), path, &mut captures);
    let mut leaf = walk.first();
    while leaf.is_some() {
        leaf = walk.next();
    }
    walk.steps
}

/// How many words of patterns are gone over where the walk gives up, for a method that no route has.
fn words(router: &Router, path: &str) -> usize {
    WORDS.set(0);
    let found = router.find(&Method::DELETE, path, &mut Captures::new());
    let words = WORDS.take();
    if router.sieve.is_some() {
        let sifted = router.sift(router.methods.column(&Method::DELETE), path, &mut Captures::new());
        assert_eq!(format!("{found:?}"), format!("{sifted:?}"), "{path}");
    }
    words
}

/// Nodes, each of which takes a byte of the path or the place of one from which the walk turns back.
fn most_steps(path: &str) -> usize {
    (1 + MOST_TURNS) * (path.len() + 2)
}

/// All patterns of segments that are each of one of these kinds, and then `end`.
fn all_ways(kinds: &[Segment], segments: u32) -> Vec<Vec<Segment>> {
    let pattern = |number: usize| -> Vec<Segment> {
        let way = (0..segments).map(|at| kinds[number / kinds.len().pow(at) % kinds.len()]);
        way.chain([Literal("end")]).collect()
    };
    (0..kinds.len().pow(segments)).map(pattern).collect()
}

/// That the cost of a lookup is that of its segments, each a constant of the table: it does not grow with the number of ways
/// that match the path until its end.
#[test]
fn what_many_patterns_share_is_gone_once() {
    for segments in [1, 4, 8, 12] {
        let table = table(&all_ways(&[Literal("a"), Capture], segments));
        let a_segment = 2_usize.pow(segments).div_ceil(64);
        for end in ["/nowhere", "/end", "/end/", "", "/", "/end/and/more/than/that"] {
            let path = "/a".repeat(segments as usize) + end;
            assert!(steps(&table, &path) <= most_steps(&path));
            let most = if segments < 4 { 0 } else { a_segment * (segments as usize + 2) };
            assert!(words(&table, &path) <= most, "{path}");
        }
    }
}

#[test]
fn patterns_of_all_kinds_are_no_trap() {
    let kinds = [Literal("x"), Partial("x", ""), Capture];
    let mut patterns = all_ways(&kinds, 8);
    patterns.extend((0..8).map(|deep| [vec![Capture; deep], vec![Rest]].concat()));
    let table = table(&patterns);
    // A segment is gone through for the literal and the captures, for the partial, and for its end and rest.
    let most = patterns.len().div_ceil(64) * 10 * 4;
    for path in ["/xx".repeat(9), "/x".repeat(9), "/x".repeat(8) + "/end", "/xx".repeat(10_000)] {
        assert!(steps(&table, &path) <= most_steps(&path));
        let words = words(&table, &path);
        assert!(0 < words && words <= most, "{words} of {most} words");
    }
    // Without an `x` there is one way, and what is behind its rests.
    let path = "/y".repeat(10_000);
    assert!(steps(&table, &path) < 5 * 10);
}

#[test]
fn overlapping_captures_are_no_trap() {
    let patterns: Vec<Vec<Segment>> = (0..16)
        .map(|capture| {
            let way = (0..16).map(|at| if at == capture { Capture } else { Literal("x") });
            way.chain([Literal("end")]).collect()
        })
        .chain([vec![Capture; 16], vec![Partial("", "x"); 16], vec![Partial("x", ""); 16]])
        .collect();
    let table = table(&patterns);
    for deep in [1, 8, 16, 17, 100, 10_000] {
        for path in ["/x".repeat(deep), "/xx".repeat(deep), "/x".repeat(deep) + "/nowhere"] {
            assert!(steps(&table, &path) <= most_steps(&path));
            // One word for the captures and literal of a segment, for each of two partials, and for the end.
            assert!(words(&table, &path) <= 4 * 17, "{deep} segments");
        }
    }
}

/// A table in which the ways of one path are few needs nothing but the tree.
#[test]
fn a_plain_table_has_no_sieve() {
    let [users, posts, new] = [Literal("users"), Literal("posts"), Literal("new")];
    let mut patterns =
        vec![vec![users, Capture], vec![users, new], vec![users, Capture, posts, Capture], vec![Rest]];
    assert!(table(&patterns).sieve.is_none());
    patterns.extend(all_ways(&[Literal("a"), Capture], 4));
    assert!(table(&patterns).sieve.is_some());
}

/// The most slots that a lookup may have to read at any node from this one on.
fn longest_run(node: &Node) -> usize {
    let behind: Vec<&Node> = match &node.way {
        Way::Literal(text) => vec![&*text.to],
        Way::Few(table) => table.texts().map(|text| &*text.to).collect(),
        Way::Many(table) => table.texts().map(|text| &*text.to).collect(),
        Way::Capture(to) | Way::Partial(_, to) => vec![&**to],
        Way::Rest(_) | Way::RestOrNothing(_) | Way::None => Vec::new(),
    };
    let own = if let Way::Many(table) = &node.way { table.longest_run() } else { 1 };
    behind.into_iter().map(longest_run).chain([own]).max().unwrap_or(own)
}

/// Its nodes, one for each word, are dropped one within the other.
#[test]
fn the_longest_text_that_a_request_can_have_makes_a_table() {
    let text: &str = "a".repeat(usize::from(u16::MAX) - 1).leak();
    let table = table(&[vec![Literal(text)]]);
    let found = table.find(&Method::GET, &format!("/{text}"), &mut Captures::new());
    assert!(matches!(found, Found::Route(0)));
}

#[test]
fn ten_thousand_similar_routes_do_not_cluster() {
    let shapes: [fn(usize) -> Vec<String>; 5] = [
        |n| vec![format!("{n}")],
        |n| vec![format!("resource-{n:05}"), "settings".into()],
        |n| vec!["api".into(), format!("r{n:05}")],
        |n| vec![format!("{n:05}-of-the-resources")],
        |n| vec![format!("{}", n / 100), format!("aaaaaaaa{n:08}bbbbbbbb")],
    ];
    for shape in shapes {
        let paths: Vec<Vec<String>> = (0..10_000).map(shape).collect();
        let segments: Vec<Vec<Segment>> = paths
            .iter()
            .map(|path| path.iter().map(|text| Literal(text.clone().leak())).chain([Capture]).collect())
            .collect();
        let start = Instant::now();
        let table = table(&segments);
        // Some 5 ms when optimised.
        assert!(start.elapsed() < Duration::from_secs(5), "{:?} to build a table", start.elapsed());
        assert!(longest_run(&table.tree.root) < 24, "{:?}", paths[0]);
        let mut captures = Captures::new();
        for (at, path) in paths.iter().enumerate() {
            let path = format!("/{}/7", path.join("/"));
            let walked = Some(table.find(&Method::GET, &path, &mut captures));
            for found in [walked, table.look_up(&Method::GET, &path, &mut captures)] {
                assert!(matches!(found, Some(Found::Route(route)) if route == at), "{path}");
            }
            assert!(steps(&table, &path) < 12, "{path}");
        }
    }
}
