//! What a lookup and a table cost at the worst.

use std::time::{Duration, Instant};

use http::Method;

use super::tree::Way;
use super::*;
use crate::route::Segment::{self, Capture, Literal, Partial, Rest};

fn table(segments: &[Vec<Segment>]) -> Router {
    Router::new(segments.iter().map(|segments| Pattern { methods: &["GET"], prefix: "", segments }))
}

/// How many nodes are come to until every pattern that matches was found.
fn steps(router: &Router, path: &str) -> usize {
    let mut captures = Captures::new();
    let mut walk = Walk::new(&router.tree, path, &mut captures);
    let mut leaf = walk.first();
    while leaf.is_some() {
        leaf = walk.next();
    }
    walk.steps
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
            let steps = steps(&table, &path);
            assert!(steps <= table.tree.nodes.len(), "{steps} steps in {deep} segments");
        }
    }
}

/// All patterns of eight segments that are each a literal, a partial or a capture, and match the same path. What each of
/// them costs is bounded by its own nodes: a path that is longer than they are takes no more steps.
#[test]
fn no_node_is_come_to_twice() {
    let kinds = [Literal("x"), Partial("x", ""), Capture];
    let pattern = |number: usize| -> Vec<Segment> {
        let segments = (0..8).map(|at| kinds[number / 3_usize.pow(at) % 3]);
        segments.chain([Literal("end")]).collect()
    };
    let mut patterns: Vec<_> = (0..3_usize.pow(8)).map(pattern).collect();
    patterns.extend((0..8).map(|deep| [vec![Capture; deep], vec![Rest]].concat()));
    let table = table(&patterns);
    let nodes = table.tree.nodes.len();
    assert!(steps(&table, &"/xx".repeat(9)) <= nodes);
    assert!(steps(&table, &"/xx".repeat(10_000)) <= nodes);
    // Without an `x` there is one way.
    assert!(steps(&table, &"/y".repeat(10_000)) < 5 * 10);
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
        // Some 10 ms when optimised.
        assert!(start.elapsed() < Duration::from_secs(5), "{:?} to build a table", start.elapsed());
        let runs = table.tree.nodes.iter().filter_map(|node| match &node.way {
            Way::Literals(table) => Some(table.longest_run()),
            _ => None,
        });
        assert!(runs.max() < Some(24), "{:?}", paths[0]);
        let mut captures = Captures::new();
        for (at, path) in paths.iter().enumerate() {
            let path = format!("/{}/7", path.join("/"));
            assert!(
                matches!(table.find(&Method::GET, &path, &mut captures), Found::Route(route) if route == at)
            );
            assert!(steps(&table, &path) < 12, "{path}");
        }
    }
}
